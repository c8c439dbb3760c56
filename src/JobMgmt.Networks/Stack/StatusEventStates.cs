using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// SendFailEvent's part for a run that could not report itself: EventBridge sends the run's status event, and the channel and the
/// network's name are looked up in the tags of its state machine.
/// </summary>
internal static class StatusEventStates
{
    // arn:aws:states:<region>:<account>:stateMachine:<name>
    private const string MachineName = "States.ArrayGetItem(States.StringSplit($.given.detail.stateMachineArn, ':'), 6)";

    internal static JsonObject IsStatusEvent() => Asl.And(
        Asl.IsPresent("$.given['detail-type']"),
        Asl.IsText("$.given.detail.executionArn"),
        Asl.IsText("$.given.detail.status"),
        Asl.IsText("$.given.detail.stateMachineArn"),
        Asl.Is("$.given.detail.stateMachineArn", "StringMatches", "arn:*:states:*:*:stateMachine:*"));

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names, string startedBy)
    {
        yield return Asl.State(SendFailEventStates.FailedEvent, Asl.Shape(
            "The run ended with an error that it could not catch.",
            Shape(startedBy, ("Error.$", "$.given.detail.error"), ("Cause.$", "$.given.detail.cause")),
            SendFailEventStates.FindChannel));
        yield return Asl.State(SendFailEventStates.StatusEvent, Asl.Shape(
            "The run was stopped or took too long.",
            Shape(
                startedBy,
                ("Error.$", "$.given.detail.status"),
                ("Cause.$", "States.Format('The run ended as {} and could not report it itself.', $.given.detail.status)")),
            SendFailEventStates.FindChannel));
        yield return Asl.State(SendFailEventStates.FindChannel, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "The network's own channel and name are tags of its state machine."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:listTagsForResource"),
            ("Parameters", JsonObject.Of(("ResourceArn.$", "$.machine"))),
            ("ResultSelector", JsonObject.Of(
                ("channels.$", $"$.Tags[?(@.Key == '{StackTags.Channel}')].Value"),
                ("networks.$", $"$.Tags[?(@.Key == '{StackTags.Network}')].Value"))),
            ("ResultPath", "$.found"),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Retrier(2, 2, 3, maxDelay: null, jitter: true, "States.TaskFailed"))),
            ("Catch", Asl.List(Asl.Catcher(SendFailEventStates.ApplyDefaults, "$.refusal", "States.ALL"))),
            ("Next", SendFailEventStates.HasChannel)));
        yield return Asl.State(SendFailEventStates.HasChannel, Asl.Choose(
            "A network written by hand has no such tag.",
            SendFailEventStates.ApplyDefaults,
            Asl.When(Asl.And(Asl.IsText("$.found.channels[0]"), Asl.IsText("$.found.networks[0]")), SendFailEventStates.TakeChannel)));
        yield return Asl.State(SendFailEventStates.TakeChannel, Take("$.found.channels[0]", "$.given.Channel", SendFailEventStates.TakeName));
        yield return Asl.State(SendFailEventStates.TakeName, Take("$.found.networks[0]", "$.given.NetworkName", SendFailEventStates.ApplyDefaults));
    }

    private static JsonObject Take(string from, string to, string next) =>
        JsonObject.Of(("Type", "Pass"), ("InputPath", from), ("ResultPath", to), ("Next", next));

    private static JsonObject Shape(string startedBy, (string Name, JsonValue? Value) error, (string Name, JsonValue? Value) cause) => JsonObject.Of(
        ("given", JsonObject.Of((startedBy + ".$", "$.given.detail.executionArn"), error, cause, ("NetworkName.$", MachineName))),
        ("machine.$", "$.given.detail.stateMachineArn"),
        ("defaults.$", "$.defaults"));
}
