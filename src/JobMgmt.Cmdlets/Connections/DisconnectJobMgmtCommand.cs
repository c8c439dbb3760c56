using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.Connections;

/// <summary>Disconnect-JobMgmt: back to the default target. A local runtime goes on running.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "JobMgmt")]
public sealed class DisconnectJobMgmtCommand : AsyncPSCmdlet
{
    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        ConnectionState.Clear();
        return Task.CompletedTask;
    }
}
