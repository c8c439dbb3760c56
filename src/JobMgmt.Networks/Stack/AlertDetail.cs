using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// What SendFailEvent knows of an alert, as expressions on its input; they hold for any input. <c>Detail</c> is the event's detail, its cause still as it came, and <c>Kind</c> its detail-type;
/// <c>Machine</c> is there of a failure that counts as the network's, <c>Digest</c> of one that may be folded (in seconds), <c>Log</c> where there are lines to read, and <c>Lost</c> of a job whose
/// worker was lost.
/// </summary>
internal static class AlertDetail
{
    /// <summary>The member of the input that says for how many seconds the failures of a job are folded.</summary>
    internal const string Digest = "Digest";

    /// <summary>The member that says how many lines of the log to tell. An alert whose sender does not say tells none.</summary>
    internal const string LogLines = "LogLines";

    /// <summary>The member that says that the run goes on as if the job had succeeded.</summary>
    internal const string Continues = "Continues";

    /// <summary>The member that says what kind of alert it is; a failure where it is not there.</summary>
    internal const string DetailType = "DetailType";

    /// <summary>The members of the cause of times that a schedule missed: the first of them, and the last.</summary>
    internal const string FirstDue = "FirstDueTime";
    internal const string LastDue = "LastDueTime";

    /// <summary>Whether the input is EventBridge's status event of an execution.</summary>
    internal const string IsStatusEvent =
        "($d := $states.input.detail; $exists($states.input.`detail-type`) and $type($d.executionArn) = 'string' and $type($d.status) = 'string' "
        + "and ($type($d.stateMachineArn) = 'string' ? $contains($d.stateMachineArn, /^arn:[^:]*:states:[^:]*:[^:]*:stateMachine:/) : false))";

    /// <summary>Whether it is the scheduler's event of a start that it did not make. A trigger's schedule has the name <c>&lt;network&gt;.&lt;trigger&gt;.&lt;number&gt;</c>, where the network's name can stand in it.</summary>
    internal const string IsScheduleEvent =
        "($states.input.source = 'jobmgmt.scheduler' and ($type($states.input.detail.arn) = 'string' ? $contains($states.input.detail.arn, /\\/[^\\/]+\\.[^.\\/]+\\.[^.\\/]+$/) : false))";

    /// <summary>Whether a status event tells the error.</summary>
    internal const string HasError = "$type($states.input.detail.error) = 'string' and $type($states.input.detail.cause) = 'string'";

    // arn:aws:states:<region>:<account>:stateMachine:<name>
    private const string MachineName = "$split($states.input.detail.stateMachineArn, ':')[6]";

    // What a cause may have on AWS. Longer ones come only from elsewhere, and would make the event too large.
    private const int MaxCause = 32_768;

    // Of a cause that may be no JSON, or cut: without parsing it.
    private const string CauseText = "$text := $type($in.Cause) = 'string' ? $in.Cause : ''; ";

    /// <summary>The alert of a network that reports its own failure. One expression: in it, what is missing leaves its member out.</summary>
    internal static string OfNetwork(RunJobStackNames names, RunJobStackOptions options) => JsonataText.Expression(
        "($in := $states.input; "
        + $"$by := $type($in.{NestedState.StartedBy}) = 'string' ? $in.{NestedState.StartedBy} : $states.context.Execution.Id; "
        + $"$kind := $type($in.{DetailType}) = 'string' ? $in.{DetailType} : '{AlertEvents.Failed}'; "
        + $"$cause := $type($in) = 'object' ? {Or("$in.Cause", "")} : $string($in); "
        + CauseText
        + $"$code := $match($text, /\"ResponseCode\": ?([0-9]{{1,9}})[^0-9.]/, 1).groups[0]; $status := {Found("WorkerStatus")}; $out := {Found("Stdout")}; $err := {Found("Stderr")}; "
        + $"$lines := $type($in.{LogLines}) = 'number' ? $in.{LogLines}; "
        + "{'Detail': {"
        + $"'cause': $type($cause) = 'string' ? $substring($cause, 0, {MaxCause.ToString(CultureInfo.InvariantCulture)}) : $cause, "
        + $"'executionURL': {Url(names, "$by")}, 'executionArn': $by, 'error': {Or("$in.Error", JobErrors.ExecutionFailed)}, 'channel': {Or("$in.Channel", options.DefaultChannel)}, "
        + $"'networkName': {Or("$in.NetworkName", "")}, 'jobName': {Or("$in.JobName", "")}, "
        + $"'worker': {Found("InstanceId")}, 'exitCode': $exists($code) ? $number($code)}}, "
        + "'Kind': $kind, "
        + $"'Machine': $kind = '{AlertEvents.Failed}' and $not($in.{Continues} = true) and $contains($by, ':execution:{names.NetworkMachine("")}') ? $split($by, ':')[6], "
        + $"'Digest': $type($in.{Digest}) = 'number' ? $in.{Digest}, "
        + "'Log': ($exists($lines) ? $lines > 0 : false) and $exists($out) and $exists($err) ? {'Stdout': $out, 'Stderr': $err}, "
        + $"'Lost': $exists($status) ? {{'Status': $status, 'LastPing': {Found("WorkerLastPing")}}}}})");

    /// <summary>Whether the input is the status event of a run that is a job of another network. Its input may be cut from the event where it is long; then it is none.</summary>
    internal static string IsNestedStatusEvent(RunJobStackNames names) =>
        $"({IsStatusEvent} ? ($text := $type($states.input.detail.input) = 'string' ? $states.input.detail.input : ''; $parent := {Found(NestedState.StartedBy)}; "
        + $"$exists($parent) ? $contains($parent, ':execution:{names.NetworkMachine("")}') : false) : false)";

    /// <summary>The alert of a run that was stopped, took too long, or ended with an error that it could not catch. Its channel is the default one until the network's is found.</summary>
    internal static JsonObject OfStatusEvent(RunJobStackNames names, RunJobStackOptions options) => JsonObject.Of(
        ("Detail", JsonObject.Of(
            ("cause", JsonataText.Expression($"{HasError} ? $states.input.detail.cause : 'The run ended as ' & $states.input.detail.status & ' and could not report it itself.'")),
            ("executionURL", JsonataText.Expression(Url(names, "$states.input.detail.executionArn"))),
            ("executionArn", JsonataText.Expression("$states.input.detail.executionArn")),
            ("error", JsonataText.Expression($"{HasError} ? $states.input.detail.error : $states.input.detail.status")),
            ("channel", options.DefaultChannel),
            ("networkName", JsonataText.Expression($"$substringAfter({MachineName}, '{names.NetworkMachine("")}')")), // its tag says the same, where it has one and is still there
            ("jobName", ""))),
        ("Kind", AlertEvents.Failed),
        ("Machine", JsonataText.Expression(MachineName)),
        ("Tagged", JsonataText.Expression("$states.input.detail.stateMachineArn")));

    /// <summary>The alert of starts that the scheduler gave up: the local runtime's, which says so by an event.</summary>
    internal static JsonObject OfScheduleEvent(RunJobStackNames names, RunJobStackOptions options)
    {
        const string network = "$match($states.input.detail.arn, /\\/([^\\/]+)\\.[^.\\/]+\\.[^.\\/]+$/, 1).groups[0]";
        return JsonObject.Of(
            ("Detail", JsonObject.Of(
                ("cause", JsonataText.Expression(
                    "($e := $states.input.detail; {'Message': $exists($e.missed) ? 'The schedule ' & $e.arn & ' missed ' & ($e.missed = 1 ? 'one of its times' : $string($e.missed) & ' of its times') "
                    + "& ($e.firstScheduledTime = $e.lastScheduledTime ? ', due at ' & $e.firstScheduledTime : ', from ' & $e.firstScheduledTime & ' to ' & $e.lastScheduledTime) & '.' "
                    + ": 'The schedule ' & $e.arn & ' could not start the network, due at ' & $string($e.scheduledTime) & ': ' & $string($e.error) & ': ' & $substring($string($e.cause), 0, 4000), "
                    + $"'{FirstDue}': $e.firstScheduledTime, '{LastDue}': $e.lastScheduledTime}})")),
                ("error", JsonataText.Expression("$exists($states.input.detail.missed) ? 'ScheduleMissed' : 'ScheduleFailed'")),
                ("channel", options.DefaultChannel),
                ("networkName", JsonataText.Expression(network)),
                ("jobName", ""))),
            ("Kind", AlertEvents.Missed),
            ("Tagged", JsonataText.Expression($"'{names.NetworkMachineArn("")}' & {network}")));
    }

    /// <summary>
    /// The alert with something more to read about times that were missed, as an expression: the schedule of a trigger with a calendar is due every day, so not each of its times is a start that did not happen.
    /// </summary>
    /// <param name="words">The expression of the words.</param>
    /// <param name="more">Another object to merge into the detail, as an expression.</param>
    internal static string WithNote(string words, string more = "{}") =>
        $"'Detail': $merge([$states.input.Detail, {more}, $exists({Asl.Given}.detail.missed) ? {{'cause': $merge([$states.input.Detail.cause, {{'Message': $states.input.Detail.cause.Message & {words}}}])}} : {{}}])";

    /// <summary>The run in the AWS console, as an expression.</summary>
    internal static string Url(RunJobStackNames names, string executionArn) => $"'https://{names.ConsoleHost}/states/home?region={names.Region}#/executions/details/' & {executionArn}";

    private static string Found(string member) => $"$match($text, /\"{member}\": ?\"([^\\\\\"]+)\"/, 1).groups[0]";

    private static string Or(string value, string otherwise) => $"($exists({value}) and $not({value} = null) ? {value} : '{otherwise}')";
}
