using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The state in which a run waits whose input says <c>Hold</c>: it puts an event in the form of an alert, for the network's channel, and waits until somebody answers its task token. Then the
/// input is read as if it had not said so. That it may is a rule of the state that reads the input anyway, so a run that need not wait pays nothing for it.
/// </summary>
internal static class RunHoldState
{
    /// <summary>As long as an execution lasts.</summary>
    internal const int Seconds = HoldRules.MostSeconds + 1;

    private const int PutAttempts = 6;
    private const string Reason = "HoldReason";
    private const string By = "HoldBy";
    private const string Hold = "$states.input." + RunHold.Member;

    /// <summary>The rule that leads to it.</summary>
    internal static JsonObject Rule { get; } = Asl.When(
        $"$type($states.input) = \"object\" ? $type({Hold}) = \"object\" : false", Asl.Input, NetworkStateNames.HoldRun);

    /// <summary>The state.</summary>
    /// <param name="network">The network.</param>
    /// <param name="names">The stack.</param>
    /// <param name="options">The stack's options: the channel of a network that names none.</param>
    internal static JsonObject Build(JobNetwork network, RunJobStackNames names, RunJobStackOptions options) => JsonObject.Of(
        ("Type", "Task"),
        ("Comment", "Waits until somebody lets the run go on, or discards it (Resume-JobNetwork)."),
        ("Resource", $"arn:{names.Partition}:states:::events:putEvents.waitForTaskToken"),
        ("Arguments", JsonObject.Of(("Entries", Asl.List(JsonObject.Of(
            ("Source", AlertEvents.Source), ("DetailType", AlertEvents.Held), ("Detail", Detail(network, names, options))))))),
        ("TimeoutSeconds", Seconds),
        // What putting the event fails with; that the run is discarded is none of that.
        ("Retry", Asl.List(Asl.Never(JobErrors.RunDiscarded), Asl.Retrier(2, 2, PutAttempts, maxDelay: 30, jitter: true, "States.TaskFailed"))),
        ("Catch", Asl.List(
            Asl.Catcher(NetworkStateNames.Skipped, JsonObject.Of((SkippedRun.Member, JsonObject.Of((SkippedRun.MessageMember, JsonataText.Expression(
                "$type($states.errorOutput.Cause) = \"string\" ? $states.errorOutput.Cause : \"The held run was discarded.\""))))), JobErrors.RunDiscarded),
            Asl.Catcher(NetworkStateNames.AlertForInput, JsonataText.Expression(
                $"{{\"Jobs\": {{\"\": {RunData.Failure(RunData.Failed, JobErrors.HoldTimedOut, JsonObject.Of(("Message", "The run was held, and nobody let it go on.")).ToString())}}}}}"), "States.ALL"))),
        ("Output", JsonataText.Expression($"$merge([{{}}, $sift($states.input, function($value, $key) {{ $not($key = \"{RunHold.Member}\") }})])")),
        ("Next", NetworkStateNames.ReadInput));

    /// <summary>What the state calls, of a run that waits in it; null where something else is called.</summary>
    internal static (string? TaskToken, RunHold Hold)? Read(JsonValue? arguments) =>
        HoldState.Detail(arguments) is { } detail && detail["error"] is JsonString { Value: JobErrors.RunHeld }
            ? (Text(detail["taskToken"]), new RunHold(Text(detail[Reason]), Text(detail[By]))) : null;

    // The members of an alert, so that whoever reads a channel's alerts reads these, and what answers the hold.
    private static JsonObject Detail(JobNetwork network, RunJobStackNames names, RunJobStackOptions options) => JsonObject.Of(
        ("cause", JsonObject.Of(("Message", JsonataText.Expression($"\"The run is held until Resume-JobNetwork lets it go on. \" & {Said("Reason")}")))),
        ("executionURL", JsonataText.Expression($"'https://{names.ConsoleHost}/states/home?region={names.Region}#/executions/details/' & $states.context.Execution.Id")),
        ("error", JobErrors.RunHeld),
        ("channel", network.AlertChannel ?? options.DefaultChannel),
        ("networkName", JsonataText.Constant(network.Name)),
        ("jobName", ""),
        ("executionArn", JsonataText.Expression("$states.context.Execution.Id")),
        ("next", JsonataText.Expression(AlertCommands.OfHeldRun)),
        (Reason, JsonataText.Expression(Said("Reason"))),
        (By, JsonataText.Expression(Said("By"))),
        ("taskToken", JsonataText.Expression("$states.context.Task.Token")));

    private static string Said(string member) => $"($type({Hold}.{member}) = \"string\" ? {Hold}.{member} : \"\")";

    private static string? Text(JsonValue? value) => value is JsonString { Value.Length: > 0 } text ? text.Value : null;
}
