using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// The alert of a machine of the stack that failed at its own work: nobody waits for it, so nobody else would know. SendFailEvent is not among them, since it is what tells. Those that send an alert of their
/// own failures are alerted of where they could not.
/// </summary>
internal static class StackFailure
{
    /// <summary>The status events of such a failure.</summary>
    internal static JsonObject Pattern(RunJobStackNames names)
    {
        var tellsItself = Asl.Texts(names.StartNetworkArn, names.RunAlertCommandArn);
        return ChannelRules.StatusEvent(
            JsonObject.Of(
                ("stateMachineArn", Asl.Texts(names.StopJobsArn, names.WatchDeadlineArn, names.SendDigestArn, names.SendRecoveredArn)),
                ("status", Asl.Texts("FAILED", "TIMED_OUT"))),
            JsonObject.Of(("stateMachineArn", tellsItself), ("status", Asl.Texts("TIMED_OUT"))),
            ChannelRules.Broken(tellsItself, JobErrors.AlertNotSent));
    }

    /// <summary>Whether the input is such an event.</summary>
    internal static string Is(RunJobStackNames names) => $"({AlertDetail.IsStatusEvent} ? $states.input.detail.stateMachineArn in {JsonataText.Quote(Machines(names).Select(machine => machine.Arn))} : false)";

    /// <summary>The alert. Its channel is the default one; of RunAlertCommand one whose name no channel has, or the command that fails would be run for it.</summary>
    internal static JsonObject Alert(RunJobStackNames names, RunJobStackOptions options) => JsonObject.Of(
        ("Detail", JsonataText.Expression(
            $"($d := $states.input.detail; $input := $type($d.input) = 'string' ? $d.input : ''; {AlertCommands.Quote}"
            + $"$run := {Found("[Ee]xecutionArn")}; $network := {Found("NetworkName")}; "
            + $"$isRun := $exists($run) ? $contains($run, ':execution:{names.NetworkMachine("")}') : false; "
            + $"$runs := $isRun ? 'Get-JobNetworkRun -ExecutionArn ' & $quote($run) & ' | Get-JobRun' : 'Get-JobNetworkRun -Status Running'; "
            + "$name := $split($d.stateMachineArn, ':')[6]; "
            + $"$error := {AlertDetail.HasError} ? $d.error : $d.status; "
            + $"{{'cause': {{'Message': $name & ', a machine of the stack, ended as ' & $d.status & '. ' & {Lookup(names, machine => machine.Says)}, 'Error': $type($d.error) = 'string' ? $d.error, 'Cause': $type($d.cause) = 'string' ? $substring($d.cause, 0, 4000), "
            + "'ExecutionArn': $run, 'NetworkName': $network}, "
            + $"'executionURL': {AlertDetail.Url(names, "$d.executionArn")}, 'executionArn': $d.executionArn, 'error': $error, "
            + $"'channel': $d.stateMachineArn = '{names.RunAlertCommandArn}' ? '{options.DefaultChannel}{RunAlertCommandStateMachine.ChannelEnd}' : '{options.DefaultChannel}', 'networkName': '', 'jobName': '', "
            + $"'next': {Lookup(names, machine => machine.Next)}}})")),
        ("Kind", AlertEvents.Failed));

    private static string Lookup(RunJobStackNames names, Func<(string Arn, string Says, string Next), string> what) =>
        $"$lookup({{{string.Join(", ", Machines(names).Select(machine => $"'{machine.Arn}': {what(machine)}"))}}}, $d.stateMachineArn)";

    // What was not done for it, and what to type next, both expressions.
    private static (string Arn, string Says, string Next)[] Machines(RunJobStackNames names) => new[]
    {
        (names.StopJobsArn, "'What ' & ($exists($run) ? $run : 'an ended execution') & ' had started may still be running, and its locks may still be held.'", "$runs & '\\nGet-JobLock'"),
        (names.WatchDeadlineArn, "'The deadlines of ' & ($exists($run) ? $run : 'a run') & ' are not watched any more.'", "$runs"),
        (names.SendDigestArn, "'How often a job has failed since its alert was not told.'", "'Get-JobNetworkRun -Status Failed'"),
        (names.SendRecoveredArn, "'That a network has recovered was not told, so its alerts stay open.'", "'Get-JobAlert -Status Open'"),
        (names.StartNetworkArn, "'A trigger may not have started ' & ($exists($network) ? 'the network ' & $network : 'its network') & '.'", "$exists($network) ? 'Get-JobNetworkRun ' & $quote($network) & '\\nStart-JobNetwork ' & $quote($network) : 'Get-JobNetworkTrigger'"),
        (names.RunAlertCommandArn, "'The command of a channel was not run, or that it failed was not told.'", "'Get-JobAlertChannel'"),
    };

    // Not by parsing: nobody catches what fails here.
    private static string Found(string member) => $"$match($input, /\"{member}\": ?\"([^\\\\\"]+)\"/, 1).groups[0]";
}
