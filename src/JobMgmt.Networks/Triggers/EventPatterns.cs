using System.Globalization;
using JobMgmt.Networks.Checks;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Triggers;

/// <summary>The patterns of the events that triggers wait for (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html).</summary>
public static class EventPatterns
{
    /// <summary>The source of the local runtime's own events of files.</summary>
    public const string FileSource = "jobmgmt.files";

    private const string S3 = "s3://";
    private const int MaxPattern = 2048;

    /// <summary>What is wrong with what a trigger waits for; null where nothing is. The words of a pattern are EventBridge's to judge (TestEventPattern).</summary>
    internal static (string Message, string Fix)? Fault(JobTrigger trigger)
    {
        if (trigger.EventPattern is { } pattern)
        {
            const string Fix = "Write one such as {\"source\":[\"my.app\"],\"detail-type\":[\"Order Placed\"]}.";
            return TextFault.Find(pattern) is { Line: { } line } fault ? (string.Format(CultureInfo.InvariantCulture, "The pattern is no JSON: line {0}, column {1}: {2}", line, fault.Column, fault.Message), Fix)
                : !JsonValue.TryParse(pattern, out var value) || value is not JsonObject { Count: > 0 } ? ("The pattern is no JSON object.", Fix)
                : pattern.Length > MaxPattern ? ($"The pattern has {pattern.Length} characters; EventBridge takes {MaxPattern}.", "Make it shorter.") : null;
        }

        if (trigger.OnFile is { } file && Bucket(file) is null)
        {
            return ($"'{file}' is no place in S3.", "Write s3://bucket/prefix, or s3://bucket/in/*.csv with * in the key.");
        }

        return trigger.OnPath is { } path && !IsPath(path)
            ? ($"'{path}' is no place for files on this machine.", "Write a folder's absolute path with a / at its end, or with a file name in which * may stand: /data/in/, /data/in/*.csv.") : null;
    }

    /// <summary>The bucket of <c>s3://bucket/key</c>; null where it is none.</summary>
    public static string? Bucket(string place) =>
        place.StartsWith(S3, StringComparison.Ordinal) && place.Substring(S3.Length).Split('/')[0] is { Length: > 2 and < 64 } bucket && bucket.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-') ? bucket : null;

    /// <summary>The pattern of a trigger that waits for events.</summary>
    internal static JsonObject Of(JobTrigger trigger, RunJobStackNames names) =>
        trigger.EventPattern is { } pattern ? (JsonObject)JsonValue.Parse(pattern)
        : trigger.OnFile is { } file ? Created("aws.s3", Bucket(file)!, file.Substring(S3.Length + Bucket(file)!.Length).TrimStart('/'))
        : trigger.OnPath is { } path ? Created(FileSource, Folder(path), path.Substring(path.LastIndexOf('/') + 1))
        : JsonObject.Of(
            ("source", Asl.Texts("aws.states")),
            ("detail-type", Asl.Texts("Step Functions Execution Status Change")),
            ("detail", JsonObject.Of(
                ("stateMachineArn", Asl.Texts(names.NetworkMachineArn(trigger.After!))),
                ("status", Statuses(trigger.OnlyIf)),

                // A run that was skipped succeeds without having done anything: nothing comes after it. A run that fails has null for its output; one that is too long for the event is not in it.
                ("output", Asl.List(JsonObject.Of(("anything-but", JsonObject.Of(("prefix", $"{{\"{SkippedRun.Member}\":")))), JsonNull.Instance, JsonObject.Of(("exists", false)))))));

    private static bool IsPath(string path) =>
        path.Length > 1 && path[0] == '/' && path.LastIndexOf('/') is var end && path.IndexOf('*') is var star && (star < 0 || star > end) && path.IndexOf("**", StringComparison.Ordinal) < 0 && !path.Any(char.IsControl);

    private static string Folder(string path) => path.LastIndexOf('/') is > 0 and var end ? path.Substring(0, end) : "/";

    private static JsonObject Created(string source, string bucket, string key) => JsonObject.Of(
        ("source", Asl.Texts(source)),
        ("detail-type", Asl.Texts("Object Created")),
        ("detail", JsonObject.Of(
            ("bucket", JsonObject.Of(("name", Asl.Texts(bucket)))),
            ("object", key.Length == 0 ? null : JsonObject.Of(("key", Asl.List(Key(source, key))))))));

    // A key without * is what an object's begins with, and a file's whole name.
    private static JsonValue Key(string source, string key) =>
        key.IndexOf('*') >= 0 ? JsonObject.Of(("wildcard", key.Replace("\\", "\\\\"))) : source == FileSource ? (JsonValue)key : JsonObject.Of(("prefix", key));

    private static JsonArray Statuses(TriggerOnlyIf onlyIf) => onlyIf switch
    {
        TriggerOnlyIf.Succeeded => Asl.Texts("SUCCEEDED"),
        TriggerOnlyIf.Failed => Asl.Texts("FAILED", "TIMED_OUT", "ABORTED"),
        _ => Asl.Texts("SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"),
    };
}
