using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>A ResultWriter, evaluated; with AWS's defaults where there is none.</summary>
/// <param name="Bucket">The bucket that the results are written to; null where they are the state's own result.</param>
/// <param name="Prefix">What the keys begin with; null for nothing.</param>
/// <param name="Transformation">NONE (the default of results in S3), COMPACT (the default of others) or FLATTEN.</param>
/// <param name="OutputType">JSON (the default) or JSONL.</param>
public sealed record ResultSettings(string? Bucket, string? Prefix, string Transformation, string OutputType)
{
    /// <summary>Without a ResultWriter.</summary>
    public static ResultSettings Default { get; } = new(null, null, "COMPACT", "JSON");

    /// <summary>Whether the results are written to S3.</summary>
    public bool IsExported => Bucket is not null;

    internal JsonObject ToJson() => JsonObject.Of(("bucket", Bucket), ("prefix", Prefix), ("transformation", Transformation), ("type", OutputType));

    internal static ResultSettings FromJson(JsonObject source) => new(
        PlanJson.Text(source["bucket"]), PlanJson.Text(source["prefix"]), PlanJson.Text(source["transformation"])!, PlanJson.Text(source["type"])!);
}
