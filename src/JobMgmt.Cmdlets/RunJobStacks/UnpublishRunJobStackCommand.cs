using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobAlertChannels;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>Unpublish-RunJobStack: deletes the stack's artefacts. Logs stay unless -IncludeLog.</summary>
[Cmdlet(VerbsData.Unpublish, "RunJobStack", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RunJobStackChange))]
public sealed class UnpublishRunJobStackCommand : RunJobStackCmdlet
{
    /// <summary>Deletes the log groups too, with the output of all jobs and all alerts.</summary>
    [Parameter]
    public SwitchParameter IncludeLog { get; set; }

    /// <summary>Deletes the stack even if networks use it; their jobs can't run afterwards.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        (JobMgmtSession session, RunJobStackNames names, StackOnTarget stack) = await GetStackAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> networks = (await new NetworkDirectory(session, names).ListAsync(cancellationToken).ConfigureAwait(false)).Select(n => n.Name).ToArray();
        if (networks.Count > 0 && !Force)
        {
            throw new CmdletFailure(RunJobStackErrors.StackInUse(names, networks));
        }

        RunJobStackOptions options = await stack.ReadOptionsAsync(cancellationToken).ConfigureAwait(false) ?? new RunJobStackOptions();
        IReadOnlyList<(StackArtefact Artefact, RunJobStackState State)> parts = await stack.CompareAsync(options, cancellationToken).ConfigureAwait(false);
        foreach (string channel in options.AllChannels())
        {
            await GuardAsync(channel, () => RemoveTargetsAsync(session, names, channel, cancellationToken)).ConfigureAwait(false);
        }

        foreach ((StackArtefact artefact, RunJobStackState state) in parts.Where(p => p.State != RunJobStackState.Missing).Reverse())
        {
            await GuardAsync(artefact.Name, async () => await WriteChangeAsync(
                artefact, await RemoveAsync(stack, artefact, state, IncludeLog, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    // What a channel's targets need lies outside the stack's artefacts, and holds on to them: a role with a policy more can't be deleted.
    private async Task RemoveTargetsAsync(JobMgmtSession session, RunJobStackNames names, string channel, CancellationToken cancellationToken)
    {
        string[] ids = (await new ChannelDirectory(session, names).TargetsAsync(channel, cancellationToken).ConfigureAwait(false)).Select(target => target.Id).Where(id => id != ChannelTargets.Log).ToArray();
        if (ids.Length > 0 && await ShouldProcessAsync($"Targets of the alert channel {channel}", "Delete").ConfigureAwait(false))
        {
            await new ChannelDeployment(session, names).RemoveTargetsAsync(channel, ids, cancellationToken).ConfigureAwait(false);
        }
    }
}
