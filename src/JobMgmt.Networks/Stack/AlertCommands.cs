using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;

namespace JobMgmt.Networks.Stack;

/// <summary>What to type next, as the text of an alert's <c>next</c>: a command a line, as an expression on the alert's kind and detail.</summary>
internal static class AlertCommands
{
    // PowerShell takes the typographic quotes for quotes as well.
    internal const string Quote =
        "$quote := function($v) { $contains($v, /^[A-Za-z][A-Za-z0-9_.-]*$/) ? $v : \"'\" & $replace($v, /(['\u2018\u2019\u201a\u201b])/, '$1$1') & \"'\" }; ";

    private const string ThisRun = "'Get-JobNetworkRun -ExecutionArn ' & $quote($states.context.Execution.Id)";

    /// <summary>The text of the alert of a run that is held, which the run's own state sends.</summary>
    internal static string OfHeldRun => $"({Quote}$run := {ThisRun}; $join([$run & ' | Resume-JobNetwork', $run & ' | Resume-JobNetwork -Discard'], '\\n'))";

    /// <summary>The text of the alert of a job that is held, which its own state sends.</summary>
    /// <param name="job">The job's name. One with characters that stand for others is not named: those of the run that wait are meant.</param>
    internal static string OfHeldJob(string job)
    {
        var name = job.IndexOfAny(new[] { '*', '?', '[', ']', '`' }) >= 0 ? "''" : $"' -JobName ' & $quote({JsonataText.Quote(job)})";
        return $"({Quote}$run := {ThisRun}; $name := {name}; $join([$run & ' | Get-JobRun', $run & ' | Approve-JobRun' & $name, $run & ' | Deny-JobRun' & $name], '\\n'))";
    }

    /// <summary>The text; what the detail has already stays.</summary>
    /// <param name="names">The stack.</param>
    /// <param name="kind">The expression of the event's detail-type.</param>
    /// <param name="detail">The expression of its detail.</param>
    internal static string Build(RunJobStackNames names, string kind, string detail) =>
        $"($kind := {kind}; $d := {detail}; $exists($d.next) ? $d.next : ({Quote}"
        + "$isRun := $type($d.executionArn) = 'string' ? $contains($d.executionArn, ':execution:') : false; "
        + "$network := $type($d.networkName) = 'string' ? $d.networkName : ''; "
        + $"$isOurs := $isRun and $network != '' ? $contains($d.executionArn, ':execution:{names.NetworkMachine("")}' & $network & ':') : false; "
        + "$run := $isOurs ? 'Get-JobNetworkRun ' & $quote($network) & ' -ExecutionName ' & $quote($split($d.executionArn, ':')[7]) : 'Get-JobNetworkRun -ExecutionArn ' & $quote($string($d.executionArn)); "
        // A job's name may have characters that stand for others.
        + "$isJob := $type($d.jobName) = 'string' ? $contains($d.jobName, /^[^*?`\\[\\]]+$/) : false; "
        + "$job := $run & ' | Get-JobRun' & ($isJob ? ' -JobName ' & $quote($d.jobName)); "
        // of items that failed there is no one worker, and no log in the alert
        + $"$log := $exists($d.worker) or $d.error = '{JobErrors.ItemsFailed}' ? ' | Get-JobLog -Tail 100'; "
        + "$lines := "
        // What was due and what ran, and no start: pasted, that would run the network on a day that may be none of its own, and without its parameters.
        + $"$kind = '{AlertEvents.Missed}' and $network != '' and $exists($d.cause.{AlertDetail.FirstDue}) ? ['Get-JobForecast ' & $quote($network) & ' -From ' & $quote($d.cause.{AlertDetail.FirstDue}) & ' -Until ' & $quote($d.cause.{AlertDetail.LastDue}), "
        + "'Get-JobNetworkRun ' & $quote($network) & ' -Last 5'] : "
        // of a start that did not happen there is no run
        + $"$kind = '{AlertEvents.Missed}' or ($kind = '{AlertEvents.Overdue}' and $not($isOurs)) ? ($network = '' ? [] : ['Start-JobNetwork ' & $quote($network), 'Get-JobNetworkTrigger ' & $quote($network)]) : "
        + "$not($isRun) ? [] : "
        + $"$kind = '{AlertEvents.Overdue}' ? [$run & ' | Get-JobRun', $run & ' | Stop-JobNetwork'] : "
        + $"$kind = '{AlertEvents.WorkerLost}' ? ['Get-JobWorker ' & $quote($string($d.worker)), $run & ' | Get-JobRun'] : "
        + $"$kind = '{AlertEvents.Recovered}' ? [$run & ' | Get-JobRun'] : "
        + "[$job & $log, $run & ' | Restart-JobNetwork']; "
        + "$count($lines) > 0 ? $join($lines, '\\n')))";
}
