using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Recorded;

/// <summary>
/// Compares our answers with recorded ones: <c>&lt;name&gt;</c> stands for any text or time, a numbered one (<c>&lt;name_0idx&gt;</c>, <c>&lt;name:1&gt;</c>) for the same
/// text everywhere in a case; texts that hold JSON compare as JSON; members that AWS added later may be too many.
/// </summary>
internal sealed class RecordedComparison
{
    private static readonly Regex _placeholder = new("<[A-Za-z_][A-Za-z0-9_:-]*>|\\bdate\\b|111111111111", RegexOptions.CultureInvariant);
    private static readonly Regex _numbered = new("^<.*(_[0-9]+idx|:[0-9]+)>$", RegexOptions.CultureInvariant);

    private static readonly HashSet<string> _addedLater =
        ["encryptionConfiguration", "redriveCount", "redriveStatus", "redriveStatusReason", "variableReferences"];

    private readonly Dictionary<string, string> _bound = new(StringComparer.Ordinal);

    /// <summary>Null where they agree; else the first place where they do not.</summary>
    public string? Difference(JsonValue expected, JsonValue? actual, string at = "")
    {
        switch (expected)
        {
            case JsonObject members:
                return Parsed(actual) is JsonObject ours ? Members(members, ours, at) : Mismatch(expected, actual, at);
            case JsonArray items:
                return actual is JsonArray list && list.Count == items.Count
                    ? items.Select((item, i) => Difference(item, list[i], string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"))).FirstOrDefault(found => found is not null)
                    : Mismatch(expected, actual, at);
            case JsonString text:
                return MatchesText(text.Value, actual, at) ? null : Mismatch(expected, actual, at);
            default:
                return expected.Equals(actual) ? null : Mismatch(expected, actual, at);
        }
    }

    private string? Members(JsonObject expected, JsonObject actual, string at)
    {
        foreach (var (name, value) in expected)
        {
            if (actual[name] is not { } ours)
            {
                return $"{at}/{name}: {value} expected, it is not there";
            }

            if (Difference(value, ours, $"{at}/{name}") is { } difference)
            {
                return difference;
            }
        }

        return actual.Where(member => !expected.Contains(member.Key) && !_addedLater.Contains(member.Key))
            .Select(member => $"{at}/{member.Key}: not expected, {member.Value} found").FirstOrDefault();
    }

    private bool MatchesText(string expected, JsonValue? actual, string at)
    {
        if (actual is not JsonString { Value: var text })
        {
            return actual is not null && _placeholder.Match(expected) is { Success: true } whole && whole.Length == expected.Length;
        }

        if (expected == text || Bind(expected, text) || IsLength(at, expected, text))
        {
            return true;
        }

        return JsonValue.TryParse(expected, out var expectedJson) && JsonValue.TryParse(text, out var ourJson)
            && expectedJson is JsonObject or JsonArray && Difference(expectedJson, ourJson, at) is null;
    }

    // the length of an answer whose texts are of other lengths here
    private static bool IsLength(string at, string expected, string text) =>
        at.Contains("/Content-Length", StringComparison.Ordinal) && long.TryParse(expected, CultureInfo.InvariantCulture, out _) && long.TryParse(text, CultureInfo.InvariantCulture, out _);

    private bool Bind(string expected, string text)
    {
        var names = new List<string>();
        var pattern = new StringBuilder("^");
        var at = 0;
        foreach (Match match in _placeholder.Matches(expected))
        {
            pattern.Append(Regex.Escape(expected[at..match.Index])).Append(Pattern(match.Value, names));
            at = match.Index + match.Length;
        }

        if (at == 0)
        {
            return false;
        }

        var found = Regex.Match(text, pattern.Append(Regex.Escape(expected[at..])).Append('$').ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant);
        for (var i = 0; found.Success && i < names.Count; i++)
        {
            _bound[names[i]] = found.Groups[i + 1].Value;
        }

        return found.Success;
    }

    private string Pattern(string placeholder, List<string> names)
    {
        if (placeholder == "111111111111")
        {
            return "[0-9]{12}";
        }

        if (!_numbered.IsMatch(placeholder))
        {
            return ".+?";
        }

        if (_bound.TryGetValue(placeholder, out var bound))
        {
            return Regex.Escape(bound);
        }

        if (names.IndexOf(placeholder) is var known and >= 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"\\{known + 1}");
        }

        names.Add(placeholder);
        return "(.+?)";
    }

    private static JsonValue? Parsed(JsonValue? actual) => actual is JsonString text && JsonValue.TryParse(text.Value, out var json) ? json : actual;

    private static string Mismatch(JsonValue expected, JsonValue? actual, string at) => $"{at}: {expected} expected, {actual?.ToString() ?? "nothing"} found";
}
