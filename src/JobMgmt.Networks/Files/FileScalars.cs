using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JobMgmt.Networks.Files;

/// <summary>Which texts may stand in YAML without quotes, and how the others are quoted: one way for each text, so that a file's bytes follow from its network.</summary>
internal static class FileScalars
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "~", "null", "true", "false", "yes", "no", "on", "off", "<<", "=",
    };

    // Anything that begins like a number, a date or a duration: 1.1 and 1.2 differ in what they take for one.
    private static readonly Regex Number = new(@"^[-+.]?[0-9]|^[-+]?\.(inf|nan)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Span = new("^[0-9]{1,9}[dhms]\\z", RegexOptions.CultureInvariant);

    /// <summary>Whether YAML, 1.1 or 1.2, takes a text without quotes for something else: a boolean, a number, nothing.</summary>
    internal static bool IsAmbiguous(string plain) => Words.Contains(plain) || (Number.IsMatch(plain) && IsNumber(plain));

    /// <summary>The text as a scalar on one line.</summary>
    internal static string Write(string text)
    {
        if (Span.IsMatch(text))
        {
            return text;
        }

        if (text is not ("y" or "n" or "Y" or "N") && !Words.Contains(text) && !Number.IsMatch(text) && IsPlain(text))
        {
            return text;
        }

        return (text.IndexOf('"') >= 0 || text.IndexOf('\\') >= 0) && text.All(IsPrintable) ? "'" + text.Replace("'", "''") + "'" : Quoted(text);
    }

    /// <summary>Whether a character can stand for itself in a file: not a control character, a line break of any kind, or half of a pair.</summary>
    internal static bool IsPrintable(char c) => c is (>= ' ' and <= '~') or (>= '\u00a0' and < '\ud800') or (>= '\ue000' and <= '\ufffd') && c is not ('\u2028' or '\u2029' or '\ufeff');

    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var fits = char.IsLetterOrDigit(text[i]) || "/_.+=@$~()-".IndexOf(text[i]) >= 0
                || (text[i] is ' ' or ':' && i < text.Length - 1 && text[i + 1] != ' ');
            if (!fits || (i == 0 && !char.IsLetter(text[i]) && text[i] is not ('/' or '_')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text.Replace("_", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || Regex.IsMatch(text, "^[-+]?(0x[0-9a-f_]+|0o?[0-7_]+|0b[01_]+|[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?)$|^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", RegexOptions.IgnoreCase);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsPrintable(c) || char.IsSurrogate(c) => c.ToString(),
                _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
            });
        }

        return quoted.Append('"').ToString();
    }
}
