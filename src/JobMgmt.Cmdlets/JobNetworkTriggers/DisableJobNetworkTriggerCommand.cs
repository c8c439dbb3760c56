using System.Management.Automation;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Disable-JobNetworkTrigger: turns triggers off; they keep what they are.</summary>
[Cmdlet(VerbsLifecycle.Disable, "JobNetworkTrigger", SupportsShouldProcess = true)]
[OutputType(typeof(DeployedJobTrigger))]
public sealed class DisableJobNetworkTriggerCommand : TriggerSwitchCmdlet
{
    /// <inheritdoc/>
    private protected override bool TurnsOn => false;
}
