using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// SendFailEvent: puts one alert event on the default bus. Its input is a network's (Error, Cause, Channel,
/// AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID) or EventBridge's own status event of a run that could not report itself.
/// </summary>
/// <remarks>
/// The event's <c>cause</c> is an object where the cause is JSON, else the text. JSONPath offers no way to try whether a text is JSON, so
/// EventBridge tries it: the detail is sent as a text with the cause pasted in, and where EventBridge finds that malformed, which a
/// Catch can catch, it is sent again with the cause as a string. The cause is pasted first, so that no member in it can stand for
/// the channel or another member of ours.
/// </remarks>
internal static class SendFailEventStateMachine
{
    private const string Source = "net.quickguard.states";
    private const string DetailType = "Job Network Execution Fail";
    private const string StartedBy = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";

    // Beyond all retries of its one or two calls.
    private const int TimeoutSeconds = 840;

    private static readonly string[] Members = { "executionURL", "error", "channel", "networkName", "jobName" };

    internal static StateMachineArtefact Artefact(RunJobStackNames names, RunJobStackOptions options) => new(
        names.SendFailEvent,
        names.SendFailEventArn,
        "Puts one alert event, with its channel, on the event bus.",
        Asl.Machine(
            "Puts one alert event. Input: Error, Cause, Channel and the network's execution id, or a status event.",
            SendFailEventStates.ReadInput,
            TimeoutSeconds,
            States(names, options)),
        names.RoleArn(names.SendFailEventRole))
    {
        Tags = StackTags.OfStack(names),
    };

    private static IEnumerable<KeyValuePair<string, JsonValue>> States(RunJobStackNames names, RunJobStackOptions options)
    {
        yield return Asl.State(SendFailEventStates.ReadInput, Asl.Shape(
            "The input as a value and as text: only the text tells an object from other values without a runtime error.",
            JsonObject.Of(
                ("given.$", "$$.Execution.Input"),
                ("text.$", "States.JsonToString($$.Execution.Input)"),
                ("defaults", JsonObject.Of(
                    ("Error", JobErrors.ExecutionFailed),
                    ("Cause", ""),
                    ("Channel", options.DefaultChannel),
                    ("NetworkName", ""),
                    ("JobName", ""),
                    (StartedBy + ".$", "$$.Execution.Id")))),
            SendFailEventStates.WhatIsIt));
        yield return Asl.State(SendFailEventStates.WhatIsIt, Asl.Choose(
            "An alert is never refused for its input.",
            SendFailEventStates.OddInput,
            Asl.When(Asl.And(StatusEventStates.IsStatusEvent(), Asl.IsText("$.given.detail.error"), Asl.IsText("$.given.detail.cause")), SendFailEventStates.FailedEvent),
            Asl.When(StatusEventStates.IsStatusEvent(), SendFailEventStates.StatusEvent),
            Asl.When(Asl.And(Asl.IsPresent("$.given." + StartedBy), Asl.Not(Asl.Is("$.given." + StartedBy, "IsString", true))), SendFailEventStates.OddInput),
            Asl.When(Asl.Is("$.text", "StringMatches", "{*"), SendFailEventStates.ApplyDefaults)));
        yield return Asl.State(SendFailEventStates.OddInput, Asl.Shape(
            "Send what there is.", JsonObject.Of(("given", JsonObject.Of(("Cause.$", "$.text"))), ("defaults.$", "$.defaults")), SendFailEventStates.ApplyDefaults));
        foreach (var state in StatusEventStates.Build(names, StartedBy))
        {
            yield return state;
        }

        yield return Asl.State(SendFailEventStates.ApplyDefaults, Asl.Shape(
            "What the caller leaves out.", JsonObject.Of(("alert.$", "States.JsonMerge($.defaults, $.given, false)")), SendFailEventStates.Address));
        yield return Asl.State(SendFailEventStates.Address, Asl.Shape(
            "The event's members besides the cause.",
            JsonObject.Of(
                ("executionURL.$", $"States.Format('https://{names.ConsoleHost}/states/home?region={names.Region}#/executions/details/{{}}', $.alert.{StartedBy})"),
                ("error.$", "$.alert.Error"),
                ("channel.$", "$.alert.Channel"),
                ("networkName.$", "$.alert.NetworkName"),
                ("jobName.$", "$.alert.JobName")),
            SendFailEventStates.IsJson,
            "$.event"));
        yield return Asl.State(SendFailEventStates.IsJson, Asl.Choose(
            "Only what looks like an object is worth the try.",
            SendFailEventStates.SendText,
            Asl.When(Asl.And(Asl.Is("$.alert.Cause", "IsString", true), Asl.Is("$.alert.Cause", "StringMatches", "{*}")), SendFailEventStates.Send)));
        yield return Asl.State(SendFailEventStates.Send, Put(
            names,
            ("Detail.$", DetailText()),
            Asl.List(Asl.Retrier(2, 2, 1, maxDelay: null, jitter: true, "EventBridge.FailedEntry"), Patient()),
            Asl.List(Asl.Catcher(SendFailEventStates.SendText, "$.refusal", "EventBridge.FailedEntry"))));
        yield return Asl.State(SendFailEventStates.SendText, Put(names, ("Detail", DetailObject()), Asl.List(Patient()), null));
    }

    private static JsonObject Put(RunJobStackNames names, (string Name, JsonValue Value) detail, JsonArray retry, JsonArray? catchers) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::events:putEvents"),
        ("Parameters", JsonObject.Of(("Entries", Asl.List(JsonObject.Of(("Source", Source), ("DetailType", DetailType), (detail.Name, detail.Value)))))),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", retry),
        ("Catch", catchers),
        ("End", true));

    private static JsonObject Patient() => Asl.Retrier(2, 2, 6, maxDelay: 30, jitter: true, "States.ALL");

    private static JsonObject DetailObject() => new(
        new[] { new KeyValuePair<string, JsonValue>("cause.$", "$.alert.Cause") }
            .Concat(Members.Select(member => new KeyValuePair<string, JsonValue>(member + ".$", "$.event." + member))));

    // {"cause":<the cause as it is>,"executionURL":<JSON>,…}; braces are the intrinsic's own and are escaped in its text.
    private static string DetailText() =>
        "States.Format('\\{\"cause\":{}" + string.Concat(Members.Select(member => $",\"{member}\":{{}}")) + "\\}', $.alert.Cause"
        + string.Concat(Members.Select(member => $", States.JsonToString($.event.{member})")) + ")";
}
