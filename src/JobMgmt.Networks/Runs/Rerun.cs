using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>What a run is told to pass over, mostly because it continues an earlier one: the <c>Rerun</c> member of its input.</summary>
/// <param name="Of">The run that it continues, by ARN; null where it continues none.</param>
/// <param name="Done">The jobs that it does not run, and what is known of each; the compiled network passes them over.</param>
public sealed record Rerun(string? Of, JsonObject Done)
{
    internal const string Member = "Rerun";
    internal const string LeftMember = "Left";
    internal const string AcceptedMember = "Accepted";
    internal const string NestedRunMember = "ExecutionArn";
    internal const string FailedMember = "Failed";
    private const string RestartMark = "-restart-";

    /// <summary>Of jobs that run for each item of a list: the items that are done, by job and index, with the <c>Item</c> itself.</summary>
    public JsonObject Items { get; init; } = JsonObject.Empty;

    /// <summary>Of jobs that are networks: what their runs are told in turn, by job.</summary>
    public JsonObject Nested { get; init; } = JsonObject.Empty;

    /// <summary>Of the jobs in <see cref="Done"/>: those that have not ended well and stay to do; those in networks that are jobs, which the run of each is told, by their paths. The run can't succeed without them; one that continues it runs them.</summary>
    public IReadOnlyList<string> Left { get; init; } = Array.Empty<string>();

    /// <summary>Those that have not ended well, or not run, and count as done because somebody says so; in networks that are jobs by their paths. The run may succeed without them, and is no recovery.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = Array.Empty<string>();

    /// <summary>The run of a network that is a job which is passed over: the one that has brought it to its end, which may have continued the earlier run's by itself.</summary>
    public string? NestedRunOf(string job) => ((Done[job] as JsonObject)?[NestedRunMember] as JsonString)?.Value;

    /// <summary>Whether a job that is passed over failed when it last ran. Of a network that is a job it is not said: a part of it may not have run.</summary>
    internal bool HasFailed(string job) => (Done[job] as JsonObject)?[FailedMember] is JsonBoolean { Value: true };

    /// <summary>Which start of the run it is: two starts of one name with different inputs are two for Step Functions, so that of several people only one starts it. Null where nobody has said.</summary>
    public string? Id { get; init; }

    /// <summary>A run that passes over jobs as if they had succeeded.</summary>
    public static Rerun Skipping(IEnumerable<string> jobs)
    {
        var skipped = jobs.ToArray();
        return new(null, new JsonObject(skipped.Select(job => new KeyValuePair<string, JsonValue>(job, JsonObject.Of(("Status", "Succeeded")))))) { Accepted = skipped };
    }

    /// <summary>Reads it from a run's input; null for a run that passes over nothing.</summary>
    public static Rerun? Read(JsonValue? input) =>
        (input as JsonObject)?[Member] is JsonObject rerun ? new Rerun((rerun["Of"] as JsonString)?.Value, rerun["Done"] as JsonObject ?? JsonObject.Empty)
        {
            Items = rerun["Items"] as JsonObject ?? JsonObject.Empty,
            Nested = rerun["Nested"] as JsonObject ?? JsonObject.Empty,
            Left = Texts(rerun[LeftMember]),
            Accepted = Texts(rerun[AcceptedMember]),
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
        ("Of", Of is null ? null : (JsonValue)Of), ("Done", Done), ("Items", Items.Count == 0 ? null : Items), ("Nested", Nested.Count == 0 ? null : Nested),
        (LeftMember, Listed(Left)), (AcceptedMember, Listed(Accepted)), ("Id", Id is null ? null : (JsonValue)Id));

    /// <summary>The name of the run that continues one of this name: always the same, so that nobody can continue a run a second time.</summary>
    public static string NextName(string executionName)
    {
        const int most = 80;
        var (root, number) = Split(executionName);
        var suffix = RestartMark + (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return root.Length + suffix.Length <= most ? root + suffix : ShortName.Cut(root, most - suffix.Length, root) + suffix;
    }

    /// <summary>Whether a run of this name continues another one: told without reading it.</summary>
    public static bool IsRestart(string executionName) => Split(executionName).Number > 0;

    private static (string Root, int Number) Split(string executionName)
    {
        var at = executionName.LastIndexOf(RestartMark, StringComparison.Ordinal);
        return at > 0 && int.TryParse(executionName.Substring(at + RestartMark.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (executionName.Substring(0, at), number)
            : (executionName, 0);
    }

    private static JsonArray? Listed(IReadOnlyList<string> jobs) => jobs.Count == 0 ? null : new JsonArray(jobs.Select(job => (JsonValue)new JsonString(job)));

    private static string[] Texts(JsonValue? jobs) => (jobs as JsonArray)?.OfType<JsonString>().Select(job => job.Value).ToArray() ?? Array.Empty<string>();
}
