using System.Globalization;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobLocks;
using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.JobRuns;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>
/// Tells of runs what AWS's list does not: that one waits for others, is held, or was skipped, why one was stopped, and what one that continues another leaves out. Of one that goes on the last events are
/// read. Of those that have ended are read: what was stopped, what continues another run, and what has succeeded where somebody discarded it while it was held, or where its network skips runs now and
/// it was as short as one that is skipped may be; else a run is what it seems.
/// </summary>
internal sealed class RunStandings(JobMgmtSession session, RunJobStackNames names, RunDirectory runs)
{
    // The calls of the table that a skipped run makes are given up after less than that.
    private static readonly TimeSpan LongestSkip = TimeSpan.FromMinutes(30);

    // Of runs of one network that go on at once, for the status.
    private const int MostLookedAt = 20;

    private readonly Dictionary<string, bool> _skips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _discarded = new(StringComparer.Ordinal);
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

        return run.ExecutionInput is null && await HasMoreAsync(run, cancellationToken).ConfigureAwait(false)
            && await runs.ReadAsync(run.ExecutionArn, cancellationToken).ConfigureAwait(false) is { StatusReason: not null } read
                ? run with { Status = read.Status, StatusReason = read.StatusReason } : run;
    }

    /// <summary>The run that a network is at: where the newest one waits for another, or was skipped because of it, that other one, with what has become of the newest; where it was discarded, one that goes on.</summary>
    /// <param name="newest">The newest run, as it stands.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<JobNetworkRun> AtWorkAsync(JobNetworkRun newest, DateTime now, CancellationToken cancellationToken)
    {
        JobNetworkRun shown = await FindAtWorkAsync(newest, now, cancellationToken).ConfigureAwait(false);
        int held = await CountHeldAsync(shown, cancellationToken).ConfigureAwait(false);
        return held == 0 ? shown : shown with { StatusReason = $"{(shown.StatusReason is null ? "" : shown.StatusReason + "; ")}{held} held" };
    }

    // Runs that are held go on only when somebody says so, however many have come after them.
    private async Task<int> CountHeldAsync(JobNetworkRun shown, CancellationToken cancellationToken)
    {
        int held = 0, left = MostLookedAt;
        await foreach (JobNetworkRun run in runs.ListAsync(shown.NetworkName, ExecutionStatus.RUNNING, MostLookedAt, cancellationToken).ConfigureAwait(false))
        {
            if (left-- == 0)
            {
                break;
            }

            held += run.ExecutionArn != shown.ExecutionArn && (await TellAsync(run, cancellationToken).ConfigureAwait(false)).Status == JobNetworkRunStatus.Held ? 1 : 0;
        }

        return held;
    }

    private async Task<JobNetworkRun> FindAtWorkAsync(JobNetworkRun newest, DateTime now, CancellationToken cancellationToken)
    {
        if (newest.Status == JobNetworkRunStatus.Queued && await TurnAsync(newest.NetworkName, cancellationToken).ConfigureAwait(false) is { Holders.Length: > 0 } turn)
        {
            return await OtherAsync(newest, turn.Holders[0].ExecutionArn, $"{turn.Waiters.Length} queued", cancellationToken).ConfigureAwait(false);
        }

        if (newest.Status != JobNetworkRunStatus.Skipped)
        {
            return newest;
        }

        if (SkippedRun.Read((await runs.ReadAsync(newest.ExecutionArn, cancellationToken).ConfigureAwait(false)).Output)?.ExecutionArn is not { } other)
        {
            // It was discarded while it was held: one before it may be held still.
            await foreach (JobNetworkRun running in runs.ListAsync(newest.NetworkName, ExecutionStatus.RUNNING, 1, cancellationToken).ConfigureAwait(false))
            {
                return await TellAsync(running, cancellationToken).ConfigureAwait(false);
            }

            return newest;
        }

        string when = newest.StartTime is { } start ? start.ToString(start.Date == now.Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
        return await OtherAsync(newest, other, $"last start skipped {when}".TrimEnd(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<JobNetworkRun> OtherAsync(JobNetworkRun newest, string executionArn, string note, CancellationToken cancellationToken)
    {
        try
        {
            JobNetworkRun run = await TellAsync(await runs.ReadAsync(executionArn, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return run with { StatusReason = run.StatusReason is null ? note : $"{run.StatusReason}; {note}" };
        }
        catch (CmdletFailure)
        {
            return newest; // AWS has forgotten it
        }
    }

    private async Task<bool> HasMoreAsync(JobNetworkRun run, CancellationToken cancellationToken)
        => run.Status == JobNetworkRunStatus.Aborted || Rerun.IsRestart(run.ExecutionName)
            || (run.Status == JobNetworkRunStatus.Succeeded
                && ((run.Duration < LongestSkip && await SkipsAsync(run.NetworkName, cancellationToken).ConfigureAwait(false))
                    || (await DiscardedAsync(run.NetworkName, cancellationToken).ConfigureAwait(false)).Contains(run.ExecutionName)));

    private async Task<HashSet<string>> DiscardedAsync(string network, CancellationToken cancellationToken)
    {
        if (!_discarded.TryGetValue(network, out HashSet<string>? discarded))
        {
            _discarded[network] = discarded = [.. await new SuspensionDirectory(session, names).FindDiscardedAsync(network, cancellationToken).ConfigureAwait(false)];
        }

        return discarded;
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

    private async Task<JobLock?> TurnAsync(string network, CancellationToken cancellationToken)
    {
        if (!_turns.TryGetValue(network, out JobLock? turn))
        {
            _turns[network] = turn = await new JobLockDirectory(session, names).ReadTurnAsync(network, cancellationToken).ConfigureAwait(false);
        }

        return turn;
    }

    // Those before it in the line: the first of them goes on.
    private async Task<string?> WaitsForAsync(JobNetworkRun run, CancellationToken cancellationToken)
    {
        JobLock? turn = await TurnAsync(run.NetworkName, cancellationToken).ConfigureAwait(false);
        string[] before = (turn is null ? [] : turn.Holders.Concat(turn.Waiters)).TakeWhile(entry => entry.ExecutionArn != run.ExecutionArn).Select(entry => entry.ExecutionName).ToArray();
        return before.Length == 0 ? null : $"waits for {before[0]}{(before.Length == 1 ? "" : $" and {before.Length - 1} more")}";
    }
}
