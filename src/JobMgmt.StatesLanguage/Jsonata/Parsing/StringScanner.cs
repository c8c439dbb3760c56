using System.Globalization;
using System.Text;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>Reads a string literal in single or double quotes, with JSON's escapes.</summary>
internal sealed class StringScanner
{
    private const string Escapes = "\"\\/bfnrt";
    private const string Escaped = "\"\\/\b\f\n\r\t";
    private readonly string _text;

    public StringScanner(string text) => _text = text;

    /// <summary>Reads the literal whose opening quote is at the place, and moves the place behind its closing one.</summary>
    public string Scan(ref int at)
    {
        var quote = _text[at];
        var result = new StringBuilder();
        for (at++; at < _text.Length; at++)
        {
            var c = _text[at];
            if (c == quote)
            {
                at++;
                return result.ToString();
            }

            result.Append(c == '\\' ? Escape(ref at) : c);
        }

        throw new JsonataException("S0101", at);
    }

    private char Escape(ref int at)
    {
        at++;
        var c = at < _text.Length ? _text[at] : '\0';
        var known = Escapes.IndexOf(c);
        if (known >= 0 && c != '\0')
        {
            return Escaped[known];
        }

        if (c != 'u')
        {
            throw new JsonataException("S0103", at, c == '\0' ? string.Empty : c.ToString());
        }

        var hex = _text.Substring(at + 1, Math.Min(4, _text.Length - at - 1));
        if (!ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw new JsonataException("S0104", at);
        }

        at += 4;
        return (char)code;
    }
}
