using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Paths.Filters;

/// <summary><c>@.a =~ /pattern/i</c>: the whole string or number matches, as Java's <c>matches</c> does.</summary>
internal sealed class RegexFilter : Filter
{
    private readonly FilterOperand _left;
    private readonly Regex _regex;

    public RegexFilter(FilterOperand left, string pattern, RegexOptions options)
    {
        _left = left;
        // A pattern is the user's own, so it is bounded: a runaway one ends instead of hanging an execution.
        _regex = new Regex($"^(?:{pattern})$", options | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public override bool Holds(JsonValue current, JsonValue root) => _left.Value(current, root) switch
    {
        JsonString text => Matches(text.Value),
        JsonNumber number => Matches(number.Text),
        _ => false,
    };

    private bool Matches(string text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
