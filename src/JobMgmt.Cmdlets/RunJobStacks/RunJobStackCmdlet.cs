using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>A cmdlet that works on one RunJob stack.</summary>
public abstract class RunJobStackCmdlet : JobMgmtCmdlet
{
    /// <summary>The stack's prefix, where several stand side by side; the connection's when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidatePattern("^([A-Za-z0-9][A-Za-z0-9_-]{0,15})?$")]
    public string? Prefix { get; set; }

    /// <summary>The stack that is meant, on the target.</summary>
    private protected async Task<(JobMgmtSession Session, RunJobStackNames Names, StackOnTarget Stack)> GetStackAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, Prefix, cancellationToken).ConfigureAwait(false);
        return (session, names, new StackOnTarget(session, names));
    }

    /// <summary>Deletes one artefact, after asking, unless it is not the stack's own or a log that is to be kept.</summary>
    private protected async Task<RunJobStackAction> RemoveAsync(
        StackOnTarget stack, StackArtefact artefact, RunJobStackState state, bool includeLog, CancellationToken cancellationToken)
    {
        if (state == RunJobStackState.Foreign || (artefact.Kind == StackArtefactKind.LogGroup && !includeLog))
        {
            return RunJobStackAction.Kept;
        }

        if (!await ShouldProcessAsync($"{artefact.Kind} {artefact.Name}", "Delete").ConfigureAwait(false))
        {
            return RunJobStackAction.Delete;
        }

        await stack.Deployer(artefact).DeleteAsync(artefact, cancellationToken).ConfigureAwait(false);
        return RunJobStackAction.Deleted;
    }

    /// <summary>Writes what became of an artefact.</summary>
    private protected Task WriteChangeAsync(StackArtefact artefact, RunJobStackAction action) => WriteObjectAsync(new RunJobStackChange
    {
        Kind = artefact.Kind.ToString(), Name = artefact.Name, Arn = artefact.Arn, Description = artefact.Description, Action = action,
    });
}
