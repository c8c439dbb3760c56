using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobLocks;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.JobRuns;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>
/// Tells of runs what AWS's list does not: that one waits for others, is held, or was skipped. Of one that goes on the last events are read. One that has succeeded is read only where its network skips
/// runs now, and it was as short as one that is skipped may be; else it is what it seems.
/// </summary>
internal sealed class RunStandings(JobMgmtSession session, RunJobStackNames names, RunDirectory runs)
{
    // The calls of the table that a skipped run makes are given up after less than that.
    private static readonly TimeSpan LongestSkip = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, bool> _skips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JobLock?> _turns = new(StringComparer.Ordinal);

    /// <summary>The run as it stands.</summary>
    public async Task<JobNetworkRun> TellAsync(JobNetworkRun run, CancellationToken cancellationToken)
    {
        if (run.Status == JobNetworkRunStatus.Running)
        {
            return WaitingRun.Read(await HistoryReader.ReadLatestAsync(session.StepFunctions, run.ExecutionArn, WaitingRun.Events, cancellationToken).ConfigureAwait(false)) switch
            {
                null => run,
                { Hold: { } hold } => run with { Status = JobNetworkRunStatus.Held, StatusReason = $"held{(hold.By is null ? "" : " by " + hold.By)}{(hold.Reason is null ? "" : ": " + hold.Reason)}" },
                _ => run with { Status = JobNetworkRunStatus.Queued, StatusReason = await WaitsForAsync(run, cancellationToken).ConfigureAwait(false) },
            };
        }

        return run.Status == JobNetworkRunStatus.Succeeded && run.ExecutionOutput is null && run.Duration < LongestSkip && await SkipsAsync(run.NetworkName, cancellationToken).ConfigureAwait(false)
            && await runs.ReadAsync(run.ExecutionArn, cancellationToken).ConfigureAwait(false) is { Status: JobNetworkRunStatus.Skipped } skipped
                ? run with { Status = skipped.Status, StatusReason = skipped.StatusReason } : run;
    }

    private async Task<bool> SkipsAsync(string network, CancellationToken cancellationToken)
    {
        if (!_skips.TryGetValue(network, out bool skips))
        {
            string? definition = await new NetworkDirectory(session, names).ReadDefinitionAsync(network, cancellationToken).ConfigureAwait(false);
            _skips[network] = skips = definition is not null && NetworkDirectory.Read(definition, network)?.IfRunning is IfRunning.Skip or IfRunning.QueueOne;
        }

        return skips;
    }

    // Those before it in the line: the first of them goes on.
    private async Task<string?> WaitsForAsync(JobNetworkRun run, CancellationToken cancellationToken)
    {
        if (!_turns.TryGetValue(run.NetworkName, out JobLock? turn))
        {
            _turns[run.NetworkName] = turn = await new JobLockDirectory(session, names).ReadTurnAsync(run.NetworkName, cancellationToken).ConfigureAwait(false);
        }

        string[] before = (turn is null ? [] : turn.Holders.Concat(turn.Waiters)).TakeWhile(entry => entry.ExecutionArn != run.ExecutionArn).Select(entry => entry.ExecutionName).ToArray();
        return before.Length == 0 ? null : $"waits for {before[0]}{(before.Length == 1 ? "" : $" and {before.Length - 1} more")}";
    }
}
