using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// SendFailEvent: puts one alert event on the default bus. Its input is a network's (Error, Cause, Channel,
/// AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID) or EventBridge's own status event of a run that could not report itself.
/// </summary>
/// <remarks>
/// What is handed from state to state is the event's detail. Its <c>cause</c> is an object where the cause is one in JSON, else the text: JSONata can't try
/// whether a text is JSON, but the state that parses it can catch that it is not.
/// </remarks>
internal static class SendFailEventStateMachine
{
    private const string NotTaken = "EventBridge.FailedEntry";

    // Beyond all retries of its one or two calls.
    private const int TimeoutSeconds = 840;

    internal static StateMachineArtefact Artefact(RunJobStackNames names, RunJobStackOptions options) => new(
        names.SendFailEvent,
        names.SendFailEventArn,
        "Puts one alert event, with its channel, on the event bus.",
        Asl.Machine(
            "Puts one alert event. Input: Error, Cause, Channel and the network's execution id, or a status event.",
            SendFailEventStates.WhatIsIt,
            TimeoutSeconds,
            States(names, options)),
        names.RoleArn(names.SendFailEventRole))
    {
        Tags = StackTags.OfStack(names),
    };

    private static IEnumerable<KeyValuePair<string, JsonValue>> States(RunJobStackNames names, RunJobStackOptions options)
    {
        yield return Asl.State(SendFailEventStates.WhatIsIt, Asl.Choose(
            "An alert is never refused for its input: what is missing gets a default, and an input that is no object is the cause.",
            SendFailEventStates.Send,
            AlertDetail.OfNetwork(names, options),
            Asl.When(AlertDetail.IsStatusEvent, AlertDetail.OfStatusEvent(names, options), SendFailEventStates.FindChannel)));
        yield return Asl.State(SendFailEventStates.FindChannel, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "The network's own channel and name are tags of its state machine; a network written by hand has none."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:listTagsForResource"),
            ("Arguments", JsonObject.Of(("ResourceArn", JsonataText.Expression(Asl.Given + ".detail.stateMachineArn")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Retrier(2, 2, 3, maxDelay: null, jitter: true, "States.TaskFailed"))),
            ("Catch", Asl.List(Asl.Catcher(SendFailEventStates.Send, Asl.Input, "States.ALL"))),
            ("Output", JsonataText.Expression($"$merge([$states.input, {{'channel': {Tag(StackTags.Channel)}, 'networkName': {Tag(StackTags.Network)}}}])")),
            ("Next", SendFailEventStates.Send)));
        yield return Asl.State(SendFailEventStates.Send, Put(
            names,
            "Only what looks like an object is parsed; a text that is none after all goes as text.",
            JsonataText.Expression(
                "($c := $states.input.cause; $isObject := $type($c) = 'string' ? $substring($trim($c), 0, 1) = '{' : false; "
                + "$isObject ? $merge([$states.input, {'cause': $parse($c)}]) : $states.input)"),
            Asl.List(Asl.Never(Asl.EvaluationError), Asl.Retrier(2, 2, 1, maxDelay: null, jitter: true, NotTaken), Patient()),
            Asl.List(Asl.Catcher(SendFailEventStates.SendText, Asl.Input, Asl.EvaluationError, NotTaken))));
        yield return Asl.State(SendFailEventStates.SendText, Put(names, null, Asl.Input, Asl.List(Patient()), null));
    }

    private static JsonObject Put(RunJobStackNames names, string? comment, string detail, JsonArray retry, JsonArray? catchers) => JsonObject.Of(
        ("Type", "Task"),
        ("Comment", Asl.Optional(comment)),
        ("Resource", $"arn:{names.Partition}:states:::events:putEvents"),
        ("Arguments", JsonObject.Of(("Entries", Asl.List(JsonObject.Of(("Source", AlertEvents.Source), ("DetailType", AlertEvents.Failed), ("Detail", detail)))))),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", retry),
        ("Catch", catchers),
        ("End", true));

    // Missing where there is no such tag; an object leaves out what is missing.
    private static string Tag(string key) => $"$states.result.Tags[Key = '{key}'].Value";

    private static JsonObject Patient() => Asl.Retrier(2, 2, 6, maxDelay: 30, jitter: true, "States.ALL");
}
