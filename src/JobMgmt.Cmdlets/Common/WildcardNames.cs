using System.Management.Automation;

namespace JobMgmt.Cmdlets.Common;

/// <summary>Names as a -Name parameter takes them: exact ones and patterns. None at all means everything.</summary>
internal sealed class WildcardNames
{
    private readonly IReadOnlyList<(string Text, WildcardPattern Pattern)> _names;

    /// <exception cref="CmdletFailure">One is no pattern: a bracket is not closed.</exception>
    public WildcardNames(IEnumerable<string>? names)
        => _names = (names ?? []).Select(n => (n, Parse(n))).ToArray();

    /// <summary>Whether every name is exact, so that each can be asked for by itself.</summary>
    public bool AllExact => _names.Count > 0 && _names.All(n => !WildcardPattern.ContainsWildcardCharacters(n.Text));

    /// <summary>The names as they were typed; exact ones as they are, without what keeps their characters from being a pattern's.</summary>
    public IEnumerable<string> Texts => _names.Select(n => Plain(n.Text));

    /// <summary>Whether a candidate was named itself, and not by a pattern.</summary>
    public bool Names(string candidate) => _names.Any(n => !WildcardPattern.ContainsWildcardCharacters(n.Text) && n.Pattern.IsMatch(candidate));

    /// <summary>Whether a candidate has one of the names.</summary>
    public bool Match(string candidate) => _names.Count == 0 || _names.Any(n => n.Pattern.IsMatch(candidate));

    /// <summary>The exact names that no candidate has: each of them is an error, a pattern without a match is not.</summary>
    public IEnumerable<string> Unmatched(IReadOnlyCollection<string> candidates)
        => _names.Where(n => !WildcardPattern.ContainsWildcardCharacters(n.Text) && !candidates.Any(n.Pattern.IsMatch)).Select(n => Plain(n.Text));

    private static string Plain(string text) => WildcardPattern.ContainsWildcardCharacters(text) ? text : WildcardPattern.Unescape(text);

    private static WildcardPattern Parse(string text)
    {
        WildcardPattern pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase);
        try
        {
            _ = pattern.IsMatch(""); // a pattern is read when it is used first
            return pattern;
        }
        catch (WildcardPatternException e)
        {
            throw new CmdletFailure(ErrorRecords.PatternInvalid(text, e));
        }
    }
}
