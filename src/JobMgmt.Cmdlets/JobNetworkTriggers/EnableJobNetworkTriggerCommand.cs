using System.Management.Automation;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Enable-JobNetworkTrigger: turns triggers on.</summary>
[Cmdlet(VerbsLifecycle.Enable, "JobNetworkTrigger", SupportsShouldProcess = true)]
[OutputType(typeof(DeployedJobTrigger))]
public sealed class EnableJobNetworkTriggerCommand : TriggerSwitchCmdlet
{
    /// <inheritdoc/>
    private protected override bool TurnsOn => true;
}
