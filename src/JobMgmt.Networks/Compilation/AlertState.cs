using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The state that sends the alert of a failed job: it starts SendFailEvent and waits for its end.</summary>
internal static class AlertState
{
    // SendFailEvent makes one call with its own retries; a quarter of an hour is far beyond them.
    private const int AlertSeconds = 900;
    private const int AlertAttempts = 2;

    /// <summary>The longest that the alert takes, its retries included.</summary>
    internal const int LongestAlert = (AlertSeconds + 60) * (AlertAttempts + 1);

    // Says that the channel is the job's own, and which one the network has; an empty text is none.
    private const string NetworkChannel = "NetworkChannel";

    /// <summary>The channel that the job has of its own, and the network's, as a job's alert tells them.</summary>
    internal static (string? Job, string? Network) ReadChannels(JsonObject? alert)
    {
        var input = (alert?["Arguments"] as JsonObject)?["Input"] as JsonObject;
        var channel = (input?["Channel"] as JsonString)?.Value;
        return input?[NetworkChannel] is JsonString network ? (channel, network.Value.Length == 0 ? null : network.Value) : (null, channel);
    }

    /// <summary>The alert of a job; of the run's input where there is none.</summary>
    internal static JsonObject Build(JobDefinition? job, JobNetwork network, RunJobStackNames names, string next) => JsonObject.Of(
        ("Type", "Task"),
        ("Comment", "An alert that can't be sent must not hide the job's error: whatever happens here, the network goes on."),
        ("Resource", $"arn:{names.Partition}:states:::states:startExecution.sync:2"),
        ("Arguments", JsonObject.Of(
            ("StateMachineArn", names.SendFailEventArn),
            ("Input", JsonObject.Of(
                (NestedState.StartedBy, JsonataText.Expression("$states.context.Execution.Id")),
                ("Error", JsonataText.Expression(RunData.Job(Name(job)) + ".Error")),
                ("Cause", JsonataText.Expression(RunData.Job(Name(job)) + ".Cause")),
                ("Channel", Asl.Optional(job?.AlertChannel ?? network.AlertChannel)),
                (NetworkChannel, Asl.Optional(job?.AlertChannel is null ? null : network.AlertChannel ?? "")),
                ("NetworkName", JsonataText.Constant(network.Name)),
                ("JobName", JsonataText.Constant(Name(job))),
                (AlertDetail.Digest, network.AlertDigest is { } seconds ? (JsonValue)seconds : null),
                (AlertDetail.LogLines, job is null || job.Network is not null ? null : (JsonValue)AlertLogStates.Lines),
                (AlertDetail.Continues, job?.ContinueOnFailure == true ? true : null))))),
        ("TimeoutSeconds", AlertSeconds),
        ("Retry", Asl.List(Asl.Retrier(5, 2, AlertAttempts, maxDelay: null, jitter: true, "States.TaskFailed"))),
        ("Catch", Asl.List(Asl.Catcher(next, Asl.Input, "States.ALL"))),
        ("Output", Asl.Input),
        ("Next", next));

    private static string Name(JobDefinition? job) => job?.Name ?? "";
}
