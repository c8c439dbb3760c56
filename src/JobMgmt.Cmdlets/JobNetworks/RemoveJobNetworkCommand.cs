using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Remove-JobNetwork: deletes networks that JobMgmt made. Runs that go on end first; their history stays as long as AWS keeps it.</summary>
[Cmdlet(VerbsCommon.Remove, "JobNetwork", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveJobNetworkCommand : NetworkCmdlet
{
    /// <summary>Names; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkName")]
    [NetworkNameTransformation(Whole = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes also networks that are jobs of others, or that others' triggers come after.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var directory = new NetworkDirectory(session, names);
        IReadOnlyList<string> wanted = await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, string[]> users = Force || wanted.Count == 0
            ? new Dictionary<string, string[]>() : await new NestedNetworks(session, names).FindUsersAsync(wanted, cancellationToken).ConfigureAwait(false);
        ILookup<string, DeployedJobTrigger> followers = (Force || wanted.Count == 0
            ? [] : await new TriggerDirectory(session, names).ListAsync(null, cancellationToken).ConfigureAwait(false))
            .Where(trigger => trigger.Definition.After is not null && !wanted.Contains(trigger.NetworkName, StringComparer.Ordinal)).ToLookup(trigger => trigger.Definition.After!, StringComparer.Ordinal);
        foreach (string name in wanted)
        {
            await GuardAsync(name, async () =>
            {
                DeployedJobNetwork network = await directory.ReadAsync(name, cancellationToken).ConfigureAwait(false)
                    ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(name));
                if (!network.Managed)
                {
                    throw new CmdletFailure(JobNetworkErrors.ForeignNetwork(name, names.NetworkMachine(name)));
                }

                if (users.TryGetValue(name, out string[]? others))
                {
                    throw new CmdletFailure(JobNetworkErrors.NetworkIsUsed(name, others));
                }

                if (followers[name].ToArray() is { Length: > 0 } waiting)
                {
                    throw new CmdletFailure(TriggerErrors.NetworkIsAwaited(name, waiting));
                }

                if (await ShouldProcessAsync(name, "Remove the job network and its triggers").ConfigureAwait(false))
                {
                    // First: a trigger without its network would only raise alerts.
                    IReadOnlyList<DeployedJobTrigger> triggers = await new TriggerDirectory(session, names).ListAsync([name], cancellationToken).ConfigureAwait(false);
                    await TriggerPlan.Of([], triggers).ApplyAsync(session, names, name, null, cancellationToken).ConfigureAwait(false);
                    await session.StepFunctions.DeleteStateMachineAsync(
                        new DeleteStateMachineRequest { StateMachineArn = network.StateMachineArn }, cancellationToken).ConfigureAwait(false);
                    await new SuspensionDirectory(session, names).ClearAsync(name, cancellationToken).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
    }
}
