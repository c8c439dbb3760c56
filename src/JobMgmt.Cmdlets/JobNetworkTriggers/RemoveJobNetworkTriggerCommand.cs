using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Remove-JobNetworkTrigger: removes triggers. Runs that they have started go on.</summary>
[Cmdlet(VerbsCommon.Remove, "JobNetworkTrigger", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveJobNetworkTriggerCommand : TriggerActionCmdlet
{
    /// <inheritdoc/>
    private protected override async Task ActAsync(JobMgmtSession session, RunJobStackNames names, DeployedJobTrigger trigger, CancellationToken cancellationToken)
    {
        if (await ShouldProcessAsync(trigger.ToString(), "Remove the trigger").ConfigureAwait(false))
        {
            await new TriggerDirectory(session, names).RemoveAsync(trigger, cancellationToken).ConfigureAwait(false);
        }
    }
}
