using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// RunJob's part for a job that did not answer in time: stops its automation, which may still wait in SSM's queue and would run the job
/// after everybody has given it up. The automation's id is known only to this execution's own history.
/// </summary>
internal static class RunJobTimeoutStates
{
    // The answer to the start lies five events back, some more after retries of the reading itself. Not more than needed: an API answer has 256 KB.
    private const int LatestEvents = 25;

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names)
    {
        var sdk = $"arn:{names.Partition}:states:::aws-sdk:";
        yield return Asl.State(RunJobStates.FindAutomation, Call(
            "The latest answer to a start comes first. Where there is none, reading its id is an error, which is caught: there is nothing to stop.",
            sdk + "sfn:getExecutionHistory",
            JsonObject.Of(("ExecutionArn", "{% $states.context.Execution.Id %}"), ("ReverseOrder", true), ("MaxResults", LatestEvents)),
            JsonObject.Of(
                ("Error", "{% $states.input.Error %}"),
                ("Cause", "{% $states.input.Cause %}"),
                ("AutomationExecutionId", JsonataText.Expression(
                    "$parse(($states.result.Events[Type = 'TaskSubmitted'].TaskSubmittedEventDetails.Output)[0]).AutomationExecutionId"))),
            RunJobStates.StopAutomation));
        yield return Asl.State(RunJobStates.StopAutomation, Call(
            "What it has started goes with it.",
            sdk + "ssm:stopAutomationExecution",
            JsonObject.Of(("AutomationExecutionId", "{% $states.input.AutomationExecutionId %}"), ("Type", "Cancel")),
            Asl.Input,
            RunJobStates.FailureAwaited));
    }

    // Best effort: whatever goes wrong here, the job's own failure is what is answered.
    private static JsonObject Call(string comment, string resource, JsonObject arguments, JsonValue output, string next) => JsonObject.Of(
        ("Type", "Task"),
        ("Comment", comment),
        ("Resource", resource),
        ("Arguments", arguments),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Asl.Never(Asl.EvaluationError), Asl.Retrier(2, 2, 4, maxDelay: null, jitter: true, "States.TaskFailed"))),
        ("Catch", Asl.List(Asl.Catcher(RunJobStates.FailureAwaited, Asl.Input, "States.ALL"))),
        ("Output", output),
        ("Next", next));
}
