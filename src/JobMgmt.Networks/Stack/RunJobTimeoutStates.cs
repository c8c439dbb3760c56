using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// RunJob's part for a job that did not answer in time: stops its automation, which may still wait in SSM's queue and would run the job
/// after everybody has given it up. The automation's id is known only to this execution's own history.
/// </summary>
internal static class RunJobTimeoutStates
{
    // The answer to the start lies eight events back, some more after retries of the reading itself. Not more than needed: an API answer has 256 KB.
    private const int LatestEvents = 25;

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names)
    {
        var sdk = $"arn:{names.Partition}:states:::aws-sdk:";
        yield return Asl.State(RunJobStates.NoAnswer, Asl.Shape(
            "A timeout has no cause of its own. The commands are dropped, so that the events to be read stay small.",
            JsonObject.Of(
                ("job.$", "$.job"),
                ("failure", JsonObject.Of(
                    ("Error.$", "$.failure.Error"),
                    ("Cause", "{\"Message\":\"The automation gave no answer within AttemptTimeoutSeconds. It is stopped, and with it the command.\"}")))),
            RunJobStates.FindAutomation));
        yield return Asl.State(RunJobStates.FindAutomation, Call(
            sdk + "sfn:getExecutionHistory",
            JsonObject.Of(("ExecutionArn.$", "$$.Execution.Id"), ("ReverseOrder", true), ("MaxResults", LatestEvents)),
            JsonObject.Of(("outputs.$", "$.Events[?(@.Type == 'TaskSubmitted')].TaskSubmittedEventDetails.Output")),
            "$.found",
            RunJobStates.WasStarted));
        yield return Asl.State(RunJobStates.WasStarted, Asl.Choose(
            "The latest answer to a start comes first.",
            RunJobStates.FailureAwaited,
            Asl.When(Asl.IsText("$.found.outputs[0]"), RunJobStates.ReadAutomation)));
        yield return Asl.State(RunJobStates.ReadAutomation, Asl.Shape(
            "SSM's answer to the start.", JsonObject.Of(("answer.$", "States.StringToJson($.found.outputs[0])")), RunJobStates.HasId, "$.found"));
        yield return Asl.State(RunJobStates.HasId, Asl.Choose(
            "Never read what may be missing.",
            RunJobStates.FailureAwaited,
            Asl.When(Asl.IsText("$.found.answer.AutomationExecutionId"), RunJobStates.StopAutomation)));
        yield return Asl.State(RunJobStates.StopAutomation, Call(
            sdk + "ssm:stopAutomationExecution",
            JsonObject.Of(("AutomationExecutionId.$", "$.found.answer.AutomationExecutionId"), ("Type", "Cancel")),
            null,
            null,
            RunJobStates.FailureAwaited));
    }

    // Best effort: whatever goes wrong here, the job's own failure is what is answered.
    private static JsonObject Call(string resource, JsonObject parameters, JsonObject? selector, string? resultPath, string next) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", resource),
        ("Parameters", parameters),
        ("ResultSelector", selector),
        ("ResultPath", resultPath is null ? JsonValue.Null : resultPath),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Asl.Retrier(2, 2, 4, maxDelay: null, jitter: true, "States.TaskFailed"))),
        ("Catch", Asl.List(Asl.Catcher(RunJobStates.FailureAwaited, "$.stopFailure", "States.ALL"))),
        ("Next", next));
}
