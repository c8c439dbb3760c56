using System.Globalization;
using System.Text;

namespace JobMgmt.StatesLanguage.Jsonata.Texts;

/// <summary>JavaScript's encodeURI, encodeURIComponent and their inverses.</summary>
internal static class UrlText
{
    private const string Marks = "-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";
    private static readonly UTF8Encoding _utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Escapes a text; null where it has half a surrogate pair.</summary>
    public static string? Encode(string text, bool component)
    {
        try
        {
            var result = new StringBuilder();
            foreach (var b in _utf8.GetBytes(text))
            {
                var c = (char)b;
                if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Marks.IndexOf(c) >= 0 || (!component && Reserved.IndexOf(c) >= 0))
                {
                    result.Append(c);
                }
                else
                {
                    result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
                }
            }

            return result.ToString();
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Undoes the escapes; null where one is malformed. Unless it is a component, escapes of characters with a meaning stay.</summary>
    public static string? Decode(string text, bool component)
    {
        try
        {
            var result = new StringBuilder();
            for (var at = 0; at < text.Length;)
            {
                if (text[at] != '%')
                {
                    result.Append(text[at++]);
                    continue;
                }

                var start = at;
                var decoded = _utf8.GetString(Sequence(text, ref at));
                result.Append(!component && decoded.Length == 1 && Reserved.IndexOf(decoded[0]) >= 0 ? text.Substring(start, at - start) : decoded);
            }

            return result.ToString();
        }
        catch (ArgumentException)
        {
            return null; // DecoderFallbackException among them
        }
    }

    // The bytes of one character.
    private static byte[] Sequence(string text, ref int at)
    {
        var first = Byte(text, ref at);
        var count = first < 0x80 ? 1 : first is >= 0xC0 and < 0xE0 ? 2 : first is >= 0xE0 and < 0xF0 ? 3 : 4;
        var bytes = new byte[count];
        bytes[0] = first;
        for (var i = 1; i < count; i++)
        {
            bytes[i] = Byte(text, ref at);
        }

        return bytes;
    }

    private static byte Byte(string text, ref int at)
    {
        if (at + 2 < text.Length && text[at] == '%'
            && byte.TryParse(text.Substring(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            at += 3;
            return value;
        }

        throw new ArgumentException("A malformed escape.", nameof(text));
    }
}
