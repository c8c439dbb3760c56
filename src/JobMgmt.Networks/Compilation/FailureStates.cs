using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The tail of a network: notes which job failed, sends the alert and ends with the job's own error and cause.</summary>
internal static class FailureStates
{
    // SendFailEvent makes one call with its own retries; a quarter of an hour is far beyond them.
    private const int AlertSeconds = 900;
    private const int AlertAttempts = 2;

    /// <summary>The longest that the alert takes, its retries included.</summary>
    internal const int LongestAlert = (AlertSeconds + 60) * (AlertAttempts + 1);

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(JobNetwork network, RunJobStackNames names, RunJobStackOptions options)
    {
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            yield return Asl.State(NetworkStateNames.Failure(i), Asl.Put(
                "Which job failed, and what to say where it does not say itself why.", Note(network.Jobs[i], options), "$.job", NetworkStateNames.HasError));
        }

        foreach (var state in FailureShaping.Build(
            NetworkStateNames.HasError, NetworkStateNames.NameError, NetworkStateNames.HasCause, NetworkStateNames.TellCause, Tell(), NetworkStateNames.SendFailEvent))
        {
            yield return state;
        }

        yield return Asl.State(NetworkStateNames.SendFailEvent, Alert(network, names));
        yield return Asl.State(NetworkStateNames.Fail, JsonObject.Of(("Type", "Fail"), ("ErrorPath", Asl.Failure + ".Error"), ("CausePath", Asl.Failure + ".Cause")));
    }

    private static JsonObject Tell() => JsonObject.Of(
        ("Type", "Pass"),
        ("Comment", "Say at least what is known."),
        ("InputPath", "$.job.silence"),
        ("ResultPath", Asl.Failure + ".Cause"),
        ("Next", NetworkStateNames.SendFailEvent));

    private static JsonObject Note(JobDefinition job, RunJobStackOptions options)
    {
        var seconds = new JobTimeouts(job.ExecutionTimeout, options).Job;
        var message = string.Format(
            CultureInfo.InvariantCulture, "Job '{0}' ended without saying why. If it timed out: no answer came from RunJob within {1} s.", job.Name, seconds);
        return JsonObject.Of(("name", job.Name), ("silence", JsonObject.Of(("Message", message)).ToString()));
    }

    private static JsonObject Alert(JobNetwork network, RunJobStackNames names) => JsonObject.Of(
        ("Type", "Task"),
        ("Comment", "An alert that can't be sent must not hide the job's error: whatever happens here, the network ends with the job's."),
        ("Resource", $"arn:{names.Partition}:states:::states:startExecution.sync:2"),
        ("Parameters", JsonObject.Of(
            ("StateMachineArn", names.SendFailEventArn),
            ("Input", JsonObject.Of(
                ("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$", "$$.Execution.Id"),
                ("Error.$", Asl.Failure + ".Error"),
                ("Cause.$", Asl.Failure + ".Cause"),
                ("Channel", Asl.Optional(network.AlertChannel)),
                ("NetworkName", network.Name),
                ("JobName.$", "$.job.name"))))),
        ("TimeoutSeconds", AlertSeconds),
        ("Retry", Asl.List(Asl.Retrier(5, 2, AlertAttempts, maxDelay: null, jitter: true, "States.TaskFailed"))),
        ("Catch", Asl.List(Asl.Catcher(NetworkStateNames.Fail, "$.alertFailure", "States.ALL"))),
        ("ResultPath", JsonValue.Null),
        ("Next", NetworkStateNames.Fail));
}
