using System.Text;
using System.Text.RegularExpressions;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>
/// A filter pattern for unstructured events: terms that must all be there, <c>?term</c>s of which one must, <c>-term</c>s that must not, quoted texts, and
/// <c>%expression%</c>. Case counts. (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html)
/// </summary>
internal sealed class FilterPattern
{
    private static readonly TimeSpan _longestMatch = TimeSpan.FromSeconds(1);
    private readonly List<Func<string, bool>> _all = [];
    private readonly List<Func<string, bool>> _any = [];
    private readonly List<Func<string, bool>> _none = [];

    private FilterPattern()
    {
    }

    /// <summary>Reads a pattern; the empty one matches everything.</summary>
    /// <exception cref="ServiceException">A JSON or space-delimited pattern, which the runtime does not have, a broken expression, or quotes that are not closed.</exception>
    public static FilterPattern Parse(string text)
    {
        var pattern = new FilterPattern();
        var trimmed = text.Trim();
        if (trimmed.StartsWith('{') || trimmed.StartsWith('['))
        {
            throw LogsErrors.Invalid($"Invalid filter pattern: the local runtime has no JSON and no space-delimited patterns yet: '{text}'");
        }

        foreach (var (sign, term) in Terms(trimmed))
        {
            (sign switch { '?' => pattern._any, '-' => pattern._none, _ => pattern._all }).Add(Matcher(term));
        }

        return pattern;
    }

    public bool Matches(string message) =>
        _all.TrueForAll(term => term(message)) && (_any.Count == 0 || _any.Exists(term => term(message))) && !_none.Exists(term => term(message));

    private static Func<string, bool> Matcher(string term)
    {
        if (term.Length < 3 || term[0] != '%' || term[^1] != '%')
        {
            return message => message.Contains(term, StringComparison.Ordinal);
        }

        try
        {
            var expression = new Regex(term[1..^1], RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, _longestMatch);
            return expression.IsMatch;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw LogsErrors.Invalid($"Invalid filter pattern: {error.Message}");
        }
    }

    private static IEnumerable<(char Sign, string Term)> Terms(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var sign = text[at] is '?' or '-' ? text[at++] : '+';
            var term = at < text.Length && text[at] == '"' ? Quoted(text, ref at) : Bare(text, ref at);
            if (term.Length > 0)
            {
                yield return (sign, term);
            }
        }
    }

    private static string Quoted(string text, ref int at)
    {
        var term = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            term.Append(text[at]);
        }

        if (at == text.Length)
        {
            throw LogsErrors.Invalid("Invalid filter pattern");
        }

        at++;
        return term.ToString();
    }

    private static string Bare(string text, ref int at)
    {
        var start = at;
        if (at == text.Length)
        {
            return "";
        }

        if (text[at] == '%' && text.IndexOf('%', at + 1) is > 0 and var end)
        {
            at = end + 1; // an expression may hold spaces
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return text[start..at];
    }
}
