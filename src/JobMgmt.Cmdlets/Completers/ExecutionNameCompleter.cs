using System.Collections;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Connections;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes the newest executions' names of the network that was named before.</summary>
internal sealed class ExecutionNameCompleter : TargetCompleter
{
    private const int Newest = 50;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken)
    {
        if ((Bound(bound, "Name") ?? Bound(bound, "NetworkName")) is not { } network)
        {
            return [];
        }

        string account = await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var names = new RunJobStackNames(ConnectionState.Prefix, session.Partition, session.Region, account);
        var found = new List<(string Name, string ToolTip)>();
        await foreach (JobNetworkRun run in new RunDirectory(session, names).ListAsync(network, null, Newest, cancellationToken).ConfigureAwait(false))
        {
            found.Add((run.ExecutionName, $"{run.Status}, started {run.StartTime:g}"));
            if (found.Count == Newest)
            {
                break;
            }
        }

        return found;
    }
}
