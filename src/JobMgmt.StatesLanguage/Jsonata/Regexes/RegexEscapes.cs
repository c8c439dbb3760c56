using System.Globalization;
using System.Text;

namespace JobMgmt.StatesLanguage.Jsonata.Regexes;

/// <summary>Rewrites an escape. In JavaScript <c>\d</c> and <c>\w</c> are ASCII, <c>\s</c> is a fixed list, and an unknown letter stands for itself.</summary>
internal static class RegexEscapes
{
    private const string Space = "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private const string NoSpace = "\\0-\\x08\\x0e-\\x1f\\x21-\\u009f\\u00a1-\\u167f\\u1681-\\u1fff\\u200b-\\u2027\\u202a-\\u202e"
        + "\\u2030-\\u205e\\u2060-\\u2fff\\u3001-\\ufefe\\uff00-\\uffff";

    /// <summary>Rewrites the escape whose letter is at a place; returns the place after it.</summary>
    public static int Translate(string pattern, int at, StringBuilder result, bool inClass)
    {
        if (at >= pattern.Length)
        {
            throw new ArgumentException("\\ at end of pattern");
        }

        var c = pattern[at];
        if (Set(c) is { } set)
        {
            result.Append(inClass ? set : "[" + set + "]");
            return at + 1;
        }

        switch (c)
        {
            case 't' or 'n' or 'v' or 'f' or 'r':
            case 'b' when inClass:
                result.Append('\\').Append(c);
                return at + 1;
            case >= '0' and <= '7':
                return Octal(pattern, at, result);
            case 'c' when at + 1 < pattern.Length && IsLetter(pattern[at + 1]):
                result.Append("\\c").Append(char.ToUpperInvariant(pattern[at + 1]));
                return at + 2;
            case 'x' when IsHex(pattern, at + 1, 2):
                result.Append('\\').Append(pattern, at, 3);
                return at + 3;
            case 'u' when IsHex(pattern, at + 1, 4):
                result.Append('\\').Append(pattern, at, 5);
                return at + 5;
            default:
                result.Append(IsLetter(c) || c > 127 || c is >= '0' and <= '9' or '_' ? string.Empty : "\\").Append(c);
                return at + 1;
        }
    }

    // \1 without a first group is the character 1, as in the oldest scripts.
    private static int Octal(string pattern, int at, StringBuilder result)
    {
        var code = 0;
        var end = at;
        while (end < pattern.Length && end < at + 3 && pattern[end] is >= '0' and <= '7' && (code * 8) + pattern[end] - '0' <= byte.MaxValue)
        {
            code = (code * 8) + pattern[end++] - '0';
        }

        result.Append("\\x").Append(code.ToString("x2", CultureInfo.InvariantCulture));
        return end;
    }

    private static string? Set(char c) => c switch
    {
        'd' => "0-9",
        'D' => "\\0-/:-\\uffff",
        'w' => "A-Za-z0-9_",
        'W' => "\\0-/:-@\\[-\\^`{-\\uffff",
        's' => Space,
        'S' => NoSpace,
        _ => null,
    };

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsHex(string text, int at, int count)
    {
        if (at + count > text.Length)
        {
            return false;
        }

        for (var i = at; i < at + count; i++)
        {
            if (!(text[i] is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return false;
            }
        }

        return true;
    }
}
