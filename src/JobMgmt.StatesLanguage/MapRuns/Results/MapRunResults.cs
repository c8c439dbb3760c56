using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns.Results;

/// <summary>
/// What comes of a map run: the array of its children's outputs, or files in S3 (<c>prefix/uuid/SUCCEEDED_0.json</c>, <c>FAILED_0.json</c>, <c>PENDING_0.json</c>,
/// and a <c>manifest.json</c> that names them) and where they are.
/// </summary>
public static class MapRunResults
{
    private const string Succeeded = "SUCCEEDED";
    private const string Failed = "FAILED";

    /// <summary>The groups of files, each there is only if it has results.</summary>
    public static IReadOnlyList<string> Groups { get; } = [Failed, ChildResult.Pending, Succeeded];

    /// <summary>Which file a status goes to: SUCCEEDED, PENDING, or FAILED for all others.</summary>
    public static string GroupOf(string status) => status is Succeeded or ChildResult.Pending ? status : Failed;

    /// <summary>The state's result, where nothing is exported: of the executions that succeeded, in the items' order.</summary>
    /// <param name="settings">The ResultWriter.</param>
    /// <param name="succeeded">The executions that succeeded.</param>
    public static JsonValue StateResult(ResultSettings settings, IEnumerable<ChildResult> succeeded)
    {
        var values = succeeded.SelectMany(result => Transformed(settings, result));
        return settings.OutputType == "JSONL"
            ? new JsonString(string.Concat(values.Select(value => value + "\n")))
            : new JsonArray(values);
    }

    /// <summary>The state's result, where the results are exported.</summary>
    public static JsonObject ExportedResult(MapRunPlan plan) => JsonObject.Of(
        ("MapRunArn", plan.MapRunArn),
        ("ResultWriterDetails", JsonObject.Of(("Bucket", plan.Result.Bucket), ("Key", ManifestKey(plan)))));

    /// <summary>The key of the manifest.</summary>
    public static string ManifestKey(MapRunPlan plan) => Folder(plan) + "manifest.json";

    /// <summary>The key of the n-th file of a group, from 0.</summary>
    public static string FileKey(MapRunPlan plan, string group, int number) =>
        $"{Folder(plan)}{group}_{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.{(plan.Result.OutputType == "JSONL" ? "jsonl" : "json")}";

    /// <summary>A file's text, piece by piece, so that it need not be in memory: a JSON array, or JSON Lines.</summary>
    /// <param name="settings">The ResultWriter.</param>
    /// <param name="results">The results of one group.</param>
    public static IEnumerable<string> FileText(ResultSettings settings, IEnumerable<ChildResult> results)
    {
        var isLines = settings.OutputType == "JSONL";
        var before = isLines ? string.Empty : "[";
        foreach (var value in results.SelectMany(result => Transformed(settings, result)))
        {
            yield return isLines ? value + "\n" : before + value;
            before = ",";
        }

        if (!isLines)
        {
            yield return before == "," ? "]" : "[]";
        }
    }

    /// <summary>The manifest.</summary>
    public static JsonObject Manifest(MapRunPlan plan, IReadOnlyCollection<ResultFile> files) => JsonObject.Of(
        ("DestinationBucket", plan.Result.Bucket),
        ("MapRunArn", plan.MapRunArn),
        ("ResultFiles", new JsonObject(Groups.Select(group => new KeyValuePair<string, JsonValue>(group, Files(files.Where(file => file.Group == group)))))));

    private static JsonArray Files(IEnumerable<ResultFile> files) => new(files.Select(file => (JsonValue)JsonObject.Of(("Key", file.Key), ("Size", file.Size))));

    /// <summary>A result as the Transformation has it. One that did not succeed stays whole.</summary>
    private static IEnumerable<JsonValue> Transformed(ResultSettings settings, ChildResult result)
    {
        if (settings.Transformation == "NONE" || !result.HasSucceeded || result.Output is null)
        {
            return [result.ToJson()];
        }

        var output = JsonValue.Parse(result.Output);
        return settings.Transformation == "FLATTEN" && output is JsonArray items ? items : [output];
    }

    private static string Folder(MapRunPlan plan)
    {
        var prefix = plan.Result.Prefix?.TrimEnd('/');
        return $"{(string.IsNullOrEmpty(prefix) ? string.Empty : prefix + "/")}{plan.MapRunArn.Substring(plan.MapRunArn.LastIndexOf(':') + 1)}/";
    }
}
