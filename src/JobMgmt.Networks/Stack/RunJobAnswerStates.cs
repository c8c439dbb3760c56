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
        yield return Asl.State(RunJobStates.FailureAwaited, Asl.Choose(
            "Without a task token RunJob was started alone.",
            RunJobStates.Fail,
            null,
            Asl.When($"$type({Asl.Given}.TaskToken) = 'string'", null, RunJobStates.CallbackFailure)));
        yield return Asl.State(RunJobStates.CallbackFailure, Callback(
            names,
            "sendTaskFailure",
            JsonObject.Of(("Error", "{% $states.input.Error %}"), ("Cause", "{% $states.input.Cause %}"), ("TaskToken", Token)),
            RunJobStates.Fail,
            Asl.List(Asl.Catcher(RunJobStates.Fail, Asl.Input, "States.ALL"))));
        yield return Asl.State(RunJobStates.Fail, JsonObject.Of(("Type", "Fail"), ("Error", "{% $states.input.Error %}"), ("Cause", "{% $states.input.Cause %}")));
        yield return Asl.State(RunJobStates.CallbackSuccess, Callback(
            names,
            "sendTaskSuccess",
            JsonObject.Of(("Output", Result), ("TaskToken", Token)),
            null,
            Asl.List(
                Asl.Catcher(RunJobStates.Success, Asl.Input, Gone),
                Asl.Catcher(RunJobStates.CallbackLost, Asl.Input, "States.ALL"))));
        yield return Asl.State(RunJobStates.CallbackLost, JsonObject.Of(
            ("Type", "Fail"),
            ("Error", "CallbackLost"),
            ("Cause", "{\"Message\":\"The job succeeded, but whoever started it could not be told.\"}")));
        yield return Asl.State(RunJobStates.Success, JsonObject.Of(("Type", "Succeed"), ("Comment", "Nobody waits any more; the job was good all the same.")));
    }

    private static string Token => JsonataText.Expression(Asl.Given + ".TaskToken");

    // The API wants JSON text. Step Functions makes it of an object; a text it would send as it is, which is no JSON.
    private static string Result => JsonataText.Expression(
        "$type($states.input) = 'object' ? $states.input : ($t := $string({'r': $states.input}); $substring($t, 5, $length($t) - 6))");

    private static JsonObject Callback(RunJobStackNames names, string operation, JsonObject arguments, string? next, JsonArray catchers) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:{operation}"),
        ("Arguments", arguments),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(
            Asl.Never(Gone), Asl.Retrier(2, 2, JobTimeouts.AnswerAttempts, JobTimeouts.AnswerMaxDelay - JobTimeouts.CallSeconds, jitter: true, "States.ALL"))),
        ("Catch", catchers),
        ("Output", Asl.Input),
        ("Next", Asl.Optional(next)),
        ("End", next is null ? true : null));
}
