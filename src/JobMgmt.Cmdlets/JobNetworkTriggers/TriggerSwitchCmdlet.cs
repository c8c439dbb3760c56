using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>A cmdlet that turns triggers on or off.</summary>
public abstract class TriggerSwitchCmdlet : TriggerActionCmdlet
{
    /// <summary>Writes the triggers to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whether it turns them on.</summary>
    private protected abstract bool TurnsOn { get; }

    /// <inheritdoc/>
    private protected override async Task ActAsync(JobMgmtSession session, RunJobStackNames names, DeployedJobTrigger trigger, CancellationToken cancellationToken)
    {
        if (!await ShouldProcessAsync(trigger.ToString(), TurnsOn ? "Enable the trigger" : "Disable the trigger").ConfigureAwait(false))
        {
            return;
        }

        var directory = new TriggerDirectory(session, names);
        await directory.PutAsync(trigger.NetworkName, trigger.Definition with { Disabled = !TurnsOn }, cancellationToken).ConfigureAwait(false);
        if (PassThru && await directory.FindAsync(trigger.NetworkName, trigger.Name, cancellationToken).ConfigureAwait(false) is { } changed)
        {
            await WriteObjectAsync(changed).ConfigureAwait(false);
        }
    }
}
