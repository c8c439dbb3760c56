using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>Reads what a network's history says of a job that is a network: Step Functions tells its end as a description of its execution, also where it failed.</summary>
internal static class NestedRunReader
{
    /// <summary>What is known of the job.</summary>
    /// <param name="trace">What would be known of it as a command.</param>
    /// <param name="executionArn">The network's run; null where none was started.</param>
    internal static JobTrace Read(JobTrace trace, string? executionArn)
    {
        var read = trace with
        {
            RunJobExecutionArn = null,
            NestedExecutionArn = executionArn,
            Output = (trace.Output as JsonObject)?["Output"] ?? trace.Output,
            Result = JobResult.Unknown,
        };
        return trace.Error == "States.TaskFailed" && Parse(trace.Cause) is { } end && Text(end["ExecutionArn"]) is { } arn
            ? Failed(read with { NestedExecutionArn = arn }, end) : read;
    }

    private static JobTrace Failed(JobTrace trace, JsonObject end)
    {
        var (network, said) = (NestedStateReader.NetworkOf(trace.NestedExecutionArn), Parse(Text(end["Cause"])));
        var failed = (said?["FailedJobs"] as JsonArray)?.OfType<JsonString>().Select(job => job.Value.Length == 0 ? "its input" : job.Value).ToArray() ?? Array.Empty<string>();
        var because = failed.Length > 0 ? "; of its jobs failed: " + string.Join(", ", failed) : Text(said?["Message"] ?? end["Cause"]) is { Length: > 0 } words ? ": " + words.TrimEnd('.') : "";
        return trace with
        {
            Status = trace.Status != JobRunStatus.Failed ? trace.Status : Text(end["Status"]) switch
            {
                "ABORTED" => JobRunStatus.Aborted,
                "TIMED_OUT" => JobRunStatus.TimedOut,
                _ => JobRunStatus.Failed,
            },
            Error = JobErrors.JobNetworkFailed,
            Cause = JsonObject.Of(
                ("Message", $"The network '{network}' ended as {Text(end["Status"])}{because}."),
                ("NetworkName", network is null ? null : (JsonValue)network),
                ("ExecutionArn", trace.NestedExecutionArn!),
                ("Status", end["Status"]),
                ("Error", end["Error"]),
                ("Cause", end["Cause"])).ToString(),
        };
    }

    private static JsonObject? Parse(string? text) => text is not null && JsonValue.TryParse(text, out var value) ? value as JsonObject : null;

    private static string? Text(JsonValue? value) => (value as JsonString)?.Value;
}
