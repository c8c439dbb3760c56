using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.Connections;

/// <summary>Get-JobMgmtConnection: what the cmdlets of this process talk to.</summary>
[Cmdlet(VerbsCommon.Get, "JobMgmtConnection")]
[OutputType(typeof(JobMgmtConnection))]
public sealed class GetJobMgmtConnectionCommand : AsyncPSCmdlet
{
    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken)
        => WriteObjectAsync(new JobMgmtConnection { Target = "Local" });
}
