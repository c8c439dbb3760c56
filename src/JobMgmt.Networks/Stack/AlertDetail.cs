using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>The detail of an alert event, its cause still as it came, as expressions on SendFailEvent's input. They hold for any input.</summary>
internal static class AlertDetail
{
    /// <summary>Whether the input is EventBridge's status event of an execution.</summary>
    internal const string IsStatusEvent =
        "($d := $states.input.detail; $exists($states.input.`detail-type`) and $type($d.executionArn) = 'string' and $type($d.status) = 'string' "
        + "and ($type($d.stateMachineArn) = 'string' ? $contains($d.stateMachineArn, /^arn:[^:]*:states:[^:]*:[^:]*:stateMachine:/) : false))";

    private const string HasError = "$type($states.input.detail.error) = 'string' and $type($states.input.detail.cause) = 'string'";

    // arn:aws:states:<region>:<account>:stateMachine:<name>
    private const string MachineName = "$split($states.input.detail.stateMachineArn, ':')[6]";

    // What a cause may have on AWS. Longer ones come only from elsewhere, and would make the event too large.
    private const int MaxCause = 32_768;

    /// <summary>The alert of a network that reports its own failure.</summary>
    internal static JsonObject OfNetwork(RunJobStackNames names, RunJobStackOptions options) => Of(
        names,
        $"($x := $type($states.input) = 'object' ? {Or("$states.input.Cause", "")} : $string($states.input); "
            + $"$type($x) = 'string' ? $substring($x, 0, {MaxCause.ToString(CultureInfo.InvariantCulture)}) : $x)",
        $"($type($states.input.{NestedState.StartedBy}) = 'string' ? $states.input.{NestedState.StartedBy} : $states.context.Execution.Id)",
        Or("$states.input.Error", JobErrors.ExecutionFailed),
        JsonataText.Expression(Or("$states.input.Channel", options.DefaultChannel)),
        JsonataText.Expression(Or("$states.input.NetworkName", "")),
        JsonataText.Expression(Or("$states.input.JobName", "")));

    /// <summary>The alert of a run that was stopped, took too long, or ended with an error that it could not catch. Its channel is the default one until the network's is found.</summary>
    internal static JsonObject OfStatusEvent(RunJobStackNames names, RunJobStackOptions options) => Of(
        names,
        $"{HasError} ? $states.input.detail.cause : 'The run ended as ' & $states.input.detail.status & ' and could not report it itself.'",
        "$states.input.detail.executionArn",
        $"{HasError} ? $states.input.detail.error : $states.input.detail.status",
        options.DefaultChannel,
        JsonataText.Expression(MachineName),
        "");

    private static JsonObject Of(RunJobStackNames names, string cause, string executionArn, string error, string channel, string networkName, string jobName) => JsonObject.Of(
        ("cause", JsonataText.Expression(cause)),
        ("executionURL", JsonataText.Expression($"'https://{names.ConsoleHost}/states/home?region={names.Region}#/executions/details/' & {executionArn}")),
        ("error", JsonataText.Expression(error)),
        ("channel", channel),
        ("networkName", networkName),
        ("jobName", jobName));

    private static string Or(string value, string otherwise) => $"($exists({value}) and $not({value} = null) ? {value} : '{otherwise}')";
}
