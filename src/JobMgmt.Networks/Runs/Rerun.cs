using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>What a run is told to pass over, mostly because it continues an earlier one: the <c>Rerun</c> member of its input.</summary>
/// <param name="Of">The run that it continues, by ARN; null where it continues none.</param>
/// <param name="Done">The jobs that it does not run, and what is known of each; the compiled network passes them over.</param>
public sealed record Rerun(string? Of, JsonObject Done)
{
    private const string Member = "Rerun";

    /// <summary>Of jobs that run for each item of a list: the items that are done, by job and index, with the <c>Item</c> itself.</summary>
    public JsonObject Items { get; init; } = JsonObject.Empty;

    /// <summary>Of jobs that are networks: what their runs are told in turn, by job.</summary>
    public JsonObject Nested { get; init; } = JsonObject.Empty;

    /// <summary>A run that passes over jobs as if they had succeeded.</summary>
    public static Rerun Skipping(IEnumerable<string> jobs) =>
        new(null, new JsonObject(jobs.Select(job => new KeyValuePair<string, JsonValue>(job, JsonObject.Of(("Status", "Succeeded"))))));

    /// <summary>Reads it from a run's input; null for a run that passes over nothing.</summary>
    public static Rerun? Read(JsonValue? input) =>
        (input as JsonObject)?[Member] is JsonObject rerun ? new Rerun((rerun["Of"] as JsonString)?.Value, rerun["Done"] as JsonObject ?? JsonObject.Empty)
        {
            Items = rerun["Items"] as JsonObject ?? JsonObject.Empty,
            Nested = rerun["Nested"] as JsonObject ?? JsonObject.Empty,
        }
        : null;

    /// <summary>The input of such a run: an earlier run's input, or worker tags, and this.</summary>
    public JsonObject Input(JsonValue? earlier, IReadOnlyDictionary<string, string>? tags)
    {
        var given = tags is null ? earlier as JsonObject ?? JsonObject.Empty : RunParameters.With(
            JsonObject.Of(("tags", new JsonObject(tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new KeyValuePair<string, JsonValue>(tag.Key, tag.Value))))),
            RunParameters.Read(earlier));
        return RunHold.Without(given).Without(NestedState.StartedBy).With(Member, ToJson()); // it is no job of the run that the earlier one was a job of
    }

    /// <summary>It as the member of an input.</summary>
    internal JsonObject ToJson() => JsonObject.Of(
        ("Of", Of is null ? null : (JsonValue)Of), ("Done", Done), ("Items", Items.Count == 0 ? null : Items), ("Nested", Nested.Count == 0 ? null : Nested));

    /// <summary>The name of the run that continues one of this name: always the same, so that nobody can continue a run a second time.</summary>
    public static string NextName(string executionName)
    {
        const string mark = "-restart-";
        const int most = 80;
        var at = executionName.LastIndexOf(mark, StringComparison.Ordinal);
        var (root, number) = at > 0 && int.TryParse(executionName.Substring(at + mark.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var last)
            ? (executionName.Substring(0, at), last + 1)
            : (executionName, 1);
        var suffix = mark + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return root.Length + suffix.Length <= most ? root + suffix : ShortName.Cut(root, most - suffix.Length, root) + suffix;
    }
}
