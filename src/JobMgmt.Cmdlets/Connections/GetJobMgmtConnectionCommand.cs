using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.Connections;

/// <summary>Get-JobMgmtConnection: what the cmdlets of this process talk to. Starts nothing.</summary>
[Cmdlet(VerbsCommon.Get, "JobMgmtConnection")]
[OutputType(typeof(JobMgmtConnection))]
public sealed class GetJobMgmtConnectionCommand : AsyncPSCmdlet
{
    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
        => await WriteObjectAsync(await JobMgmtConnection.ReadAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
}
