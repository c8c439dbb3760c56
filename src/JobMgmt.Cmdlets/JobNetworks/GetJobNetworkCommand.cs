using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Get-JobNetwork: the networks on the target.</summary>
[Cmdlet(VerbsCommon.Get, "JobNetwork")]
[OutputType(typeof(DeployedJobNetwork))]
public sealed class GetJobNetworkCommand : NetworkCmdlet
{
    /// <summary>Names; patterns are allowed. All networks when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkName")]
    [NetworkNameTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var directory = new NetworkDirectory(session, names);
        foreach (string name in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(name, async () => await WriteObjectAsync(
                await directory.ReadAsync(name, cancellationToken).ConfigureAwait(false)
                ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(name))).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
