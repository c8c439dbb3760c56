using System.Collections;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes networks' names.</summary>
internal sealed class JobNetworkCompleter : TargetCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken)
    {
        RunJobStackNames names = await NamesAsync(session, cancellationToken).ConfigureAwait(false);
        return (await new NetworkDirectory(session, names).ListAsync(cancellationToken).ConfigureAwait(false))
            .Select(n => (n.Name, $"{n.Machine.Name}, made {n.Machine.CreationDate?.ToLocalTime():g}")).ToArray();
    }
}
