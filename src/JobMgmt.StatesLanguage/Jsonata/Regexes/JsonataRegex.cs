using System.Text.RegularExpressions;

namespace JobMgmt.StatesLanguage.Jsonata.Regexes;

/// <summary>A regular expression of JavaScript, ready to run. Immutable and shared by evaluations.</summary>
internal sealed class JsonataRegex
{
    // Only a pattern that backtracks without end gets near it; everything that can be counted is counted instead.
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5);
    private readonly Regex _regex;

    private JsonataRegex(string source, Regex regex)
    {
        Source = source;
        _regex = regex;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Source { get; }

    /// <summary>Reads a pattern with JavaScript's flags <c>i</c> and <c>m</c>.</summary>
    /// <exception cref="JsonataException">It is no regular expression.</exception>
    public static JsonataRegex Create(string pattern, string flags, int position)
    {
        var multiline = flags.IndexOf('m') >= 0;
        var options = RegexOptions.CultureInvariant | (flags.IndexOf('i') >= 0 ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new JsonataRegex(pattern, new Regex(new RegexTranslator(pattern, multiline).Translate(), options, _limit));
        }
        catch (ArgumentException error)
        {
            throw new JsonataException("S0303", position).With("message", error.Message);
        }
    }

    /// <summary>The first match at or after a place; null where there is none.</summary>
    public Match? Find(string text, int from)
    {
        if (from > text.Length)
        {
            return null;
        }

        try
        {
            var match = _regex.Match(text, from);
            return match.Success ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw new JsonataException("D1012").With("value", (long)_limit.TotalMilliseconds);
        }
    }
}
