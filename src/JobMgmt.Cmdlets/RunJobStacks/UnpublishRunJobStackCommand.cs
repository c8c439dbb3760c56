using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>Unpublish-RunJobStack: deletes the stack's artefacts. Logs stay unless -IncludeLog.</summary>
[Cmdlet(VerbsData.Unpublish, "RunJobStack", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RunJobStackChange))]
public sealed class UnpublishRunJobStackCommand : JobMgmtCmdlet
{
    /// <summary>The stack's prefix; the connection's when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidatePattern("^([A-Za-z0-9][A-Za-z0-9_-]{0,15})?$")]
    public string? Prefix { get; set; }

    /// <summary>Deletes the log groups too, with the output of all jobs and all alerts.</summary>
    [Parameter]
    public SwitchParameter IncludeLog { get; set; }

    /// <summary>Deletes the stack even if networks use it; their jobs can't run afterwards.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, Prefix, cancellationToken).ConfigureAwait(false);
        var stack = new StackOnTarget(session, names);
        IReadOnlyList<string> networks = (await new NetworkDirectory(session, names).ListAsync(cancellationToken).ConfigureAwait(false)).Select(n => n.Name).ToArray();
        if (networks.Count > 0 && !Force)
        {
            throw new CmdletFailure(ErrorRecords.StackInUse(names, networks));
        }

        RunJobStackOptions options = await stack.ReadOptionsAsync(cancellationToken).ConfigureAwait(false) ?? new RunJobStackOptions();
        IReadOnlyList<(StackArtefact Artefact, RunJobStackState State)> parts = await stack.CompareAsync(options, cancellationToken).ConfigureAwait(false);
        foreach ((StackArtefact artefact, RunJobStackState state) in parts.Where(p => p.State != RunJobStackState.Missing).Reverse())
        {
            await GuardAsync(artefact.Name, () => RemoveAsync(stack.Deployer(artefact), artefact, state, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task RemoveAsync(IArtefactDeployer deployer, StackArtefact artefact, RunJobStackState state, CancellationToken cancellationToken)
    {
        RunJobStackAction action;
        if (state == RunJobStackState.Foreign || (artefact.Kind == StackArtefactKind.LogGroup && !IncludeLog))
        {
            action = RunJobStackAction.Kept;
        }
        else if (await ShouldProcessAsync($"{artefact.Kind} {artefact.Name}", "Delete").ConfigureAwait(false))
        {
            await deployer.DeleteAsync(artefact, cancellationToken).ConfigureAwait(false);
            action = RunJobStackAction.Deleted;
        }
        else
        {
            action = RunJobStackAction.Delete;
        }

        await WriteObjectAsync(new RunJobStackChange
        {
            Kind = artefact.Kind.ToString(), Name = artefact.Name, Arn = artefact.Arn, Description = artefact.Description, Action = action,
        }).ConfigureAwait(false);
    }
}
