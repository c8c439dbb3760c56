using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Set-JobNetworkTrigger: changes what is given of triggers; the rest stays.</summary>
[Cmdlet(VerbsCommon.Set, "JobNetworkTrigger", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
[OutputType(typeof(DeployedJobTrigger))]
public sealed class SetJobNetworkTriggerCommand : TriggerDefinitionCmdlet
{
    private const string ByName = "Name";
    private const string ByObject = "InputObject";

    /// <summary>The networks; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] NetworkName { get; set; } = [];

    /// <summary>The triggers; patterns are allowed. It may be left out for a network with one trigger.</summary>
    [Parameter(Position = 1, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TriggerNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Triggers from Get-JobNetworkTrigger.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByObject)]
    [ValidateNotNull]
    public DeployedJobTrigger[] InputObject { get; set; } = [];

    /// <summary>Writes the triggers to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var directory = new TriggerDirectory(session, names);
        IReadOnlyList<DeployedJobTrigger> triggers = ParameterSetName == ByObject ? InputObject
            : await TriggerSearch.FindAsync(directory, NetworkName, Name, WriteErrorAsync, cancellationToken).ConfigureAwait(false);
        foreach (IGrouping<string, DeployedJobTrigger> several in triggers.GroupBy(trigger => trigger.NetworkName).Where(group => ParameterSetName == ByName && Name is null && group.Count() > 1))
        {
            throw new CmdletFailure(TriggerErrors.Ambiguous(several.Key, several.Select(trigger => trigger.Name)));
        }

        foreach (DeployedJobTrigger trigger in triggers)
        {
            await GuardAsync(trigger.ToString(), () => ChangeAsync(session, names, directory, trigger, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task ChangeAsync(JobMgmtSession session, RunJobStackNames names, TriggerDirectory directory, DeployedJobTrigger trigger, CancellationToken cancellationToken)
    {
        (JobTrigger changed, string? notice) = await ApplyAsync(session, names, trigger.Definition, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> warnings = await new TriggerCheck(session, names).CheckAsync(trigger.NetworkName, changed, cancellationToken).ConfigureAwait(false);
        if (!await ShouldProcessAsync(trigger.ToString(), "Change the trigger").ConfigureAwait(false))
        {
            return;
        }

        await TurnOnEventsAsync(session, changed, cancellationToken).ConfigureAwait(false);
        await directory.PutAsync(trigger.NetworkName, changed, cancellationToken).ConfigureAwait(false);
        foreach (string warning in notice is null ? warnings : warnings.Append(notice))
        {
            PostWarning(warning);
        }

        if (PassThru && await directory.FindAsync(trigger.NetworkName, trigger.Name, cancellationToken).ConfigureAwait(false) is { } there)
        {
            await WriteObjectAsync(there).ConfigureAwait(false);
        }
    }
}
