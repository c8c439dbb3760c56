using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>A cmdlet that does something with each of some triggers.</summary>
public abstract class TriggerActionCmdlet : NetworkCmdlet
{
    private const string ByName = "Name";
    private const string ByObject = "InputObject";

    /// <summary>The networks; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] NetworkName { get; set; } = [];

    /// <summary>The triggers; patterns are allowed. All of the networks when left out.</summary>
    [Parameter(Position = 1, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TriggerNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Triggers from Get-JobNetworkTrigger.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByObject)]
    [ValidateNotNull]
    public DeployedJobTrigger[] InputObject { get; set; } = [];

    /// <summary>What is done with one.</summary>
    private protected abstract Task ActAsync(JobMgmtSession session, RunJobStackNames names, DeployedJobTrigger trigger, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DeployedJobTrigger> triggers = ParameterSetName == ByObject ? InputObject
            : await TriggerSearch.FindAsync(new TriggerDirectory(session, names), NetworkName, Name, WriteErrorAsync, cancellationToken).ConfigureAwait(false);
        foreach (DeployedJobTrigger trigger in triggers)
        {
            await GuardAsync(trigger.ToString(), () => ActAsync(session, names, trigger, cancellationToken)).ConfigureAwait(false);
        }
    }
}
