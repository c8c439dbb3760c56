using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>RunJob's last part: answers whoever waits, then ends as the job ended.</summary>
internal static class RunJobAnswerStates
{
    // The errors that say that nobody waits any more. A good run stays good.
    internal static readonly string[] Gone = { "Sfn.TaskTimedOutException", "Sfn.TaskDoesNotExistException", "Sfn.InvalidTokenException" };

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names)
    {
        var shaping = FailureShaping.Build(
            RunJobStates.HasError, RunJobStates.NameError, RunJobStates.HasCause, RunJobStates.TellCause, Tell(), RunJobStates.IsText);
        foreach (var state in shaping)
        {
            yield return state;
        }

        yield return Asl.State(RunJobStates.IsText, Asl.Choose(
            "The document's causes are JSON; those of AWS itself are plain text.",
            RunJobStates.FailureAwaited,
            Asl.When(Asl.And(Asl.Or(
                Asl.Is("$.failure.Error", "StringMatches", "Ssm.*"),
                Asl.Is("$.failure.Error", "StringMatches", "States.*")), Asl.Not(Asl.Is("$.failure.Cause", "StringMatches", "{*}"))), RunJobStates.WrapText)));
        yield return Asl.State(RunJobStates.WrapText, Asl.Shape(
            "Whoever reads a cause finds an object.",
            JsonObject.Of(("Message.$", "$.failure.Cause")),
            RunJobStates.TextToJson,
            "$.wrapped"));
        yield return Asl.State(RunJobStates.TextToJson, Asl.Shape(
            "The cause as JSON text.",
            JsonObject.Of(("Error.$", "$.failure.Error"), ("Cause.$", "States.JsonToString($.wrapped)")),
            RunJobStates.FailureAwaited,
            Asl.Failure));
        yield return Asl.State(RunJobStates.FailureAwaited, Awaited(RunJobStates.CallbackFailure, RunJobStates.Fail));
        yield return Asl.State(RunJobStates.CallbackFailure, Callback(
            names,
            "sendTaskFailure",
            JsonObject.Of(("Error.$", "$.failure.Error"), ("Cause.$", "$.failure.Cause"), ("TaskToken.$", "$.job.TaskToken")),
            RunJobStates.Fail,
            RunJobStates.Fail));
        yield return Asl.State(RunJobStates.Fail, JsonObject.Of(("Type", "Fail"), ("ErrorPath", "$.failure.Error"), ("CausePath", "$.failure.Cause")));
        yield return Asl.State(RunJobStates.SuccessAwaited, Awaited(RunJobStates.CallbackSuccess, RunJobStates.Success));
        yield return Asl.State(RunJobStates.CallbackSuccess, Callback(
            names,
            "sendTaskSuccess",
            JsonObject.Of(("Output.$", "$.result"), ("TaskToken.$", "$.job.TaskToken")),
            RunJobStates.Success,
            RunJobStates.CallbackLost));
        yield return Asl.State(RunJobStates.CallbackLost, JsonObject.Of(
            ("Type", "Fail"),
            ("Error", "CallbackLost"),
            ("Cause", "{\"Message\":\"The job succeeded, but whoever started it could not be told.\"}")));
        yield return Asl.State(RunJobStates.Success, JsonObject.Of(("Type", "Succeed"), ("OutputPath", "$.result")));
    }

    private static JsonObject Tell() => Asl.Put(
        "Say at least what is known.",
        "{\"Message\":\"The job failed, and nobody said why.\"}",
        "$.failure.Cause",
        RunJobStates.IsText);

    internal static JsonObject Awaited(string answer, string end) => Asl.Choose(
        "Without a task token RunJob was started alone.", end, Asl.When(Asl.IsText("$.job.TaskToken"), answer));

    private static JsonObject Callback(RunJobStackNames names, string operation, JsonObject parameters, string next, string onError)
    {
        var gone = Asl.Catcher(next, "$.callbackFailure", Gone);
        var lost = Asl.Catcher(onError, "$.callbackFailure", "States.ALL");
        return JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:{operation}"),
            ("Parameters", parameters),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(
                Asl.Never(Gone), Asl.Retrier(2, 2, JobTimeouts.AnswerAttempts, JobTimeouts.AnswerMaxDelay - JobTimeouts.CallSeconds, jitter: true, "States.ALL"))),
            ("Catch", next == onError ? Asl.List(lost) : Asl.List(gone, lost)),
            ("ResultPath", JsonValue.Null),
            ("Next", next));
    }
}
