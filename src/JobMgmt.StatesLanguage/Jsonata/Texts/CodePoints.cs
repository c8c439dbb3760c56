using System.Text;

namespace JobMgmt.StatesLanguage.Jsonata.Texts;

/// <summary>Strings counted in Unicode code points, as JavaScript iterates over them.</summary>
internal static class CodePoints
{
    /// <summary>How many there are.</summary>
    public static int Count(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i += Size(text, i))
        {
            count++;
        }

        return count;
    }

    /// <summary>Each as a string.</summary>
    public static IEnumerable<string> Split(string text)
    {
        for (var i = 0; i < text.Length; i += Size(text, i))
        {
            yield return text.Substring(i, Size(text, i));
        }
    }

    /// <summary><c>$substring</c>.</summary>
    public static string Substring(string text, double start, double? length)
    {
        var count = Count(text);
        if (count + start < 0)
        {
            start = 0;
        }

        if (length <= 0)
        {
            return string.Empty;
        }

        var from = Index(start, count);
        var to = length is { } given ? Index(start >= 0 ? start + given : count + start + given, count) : count;
        return from < to ? text.Substring(Offset(text, from), Offset(text, to) - Offset(text, from)) : string.Empty;
    }

    /// <summary>A text over and over, so many code points of it: as many times as that if it is a single UTF-16 unit.</summary>
    public static string Repeat(string text, int count)
    {
        if (text.Length == 1)
        {
            return new string(text[0], count);
        }

        var points = Split(text).ToArray();
        var result = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            result.Append(points[i % points.Length]);
        }

        return result.ToString();
    }

    // Array.prototype.slice: towards zero, and from the end where it is negative.
    private static int Index(double position, int count)
    {
        var whole = Math.Truncate(position);
        return (int)Math.Max(0, Math.Min(whole < 0 ? count + whole : whole, count));
    }

    private static int Offset(string text, int point)
    {
        var at = 0;
        while (point-- > 0)
        {
            at += Size(text, at);
        }

        return at;
    }

    private static int Size(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
}
