using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.JobRuns;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Get-JobNetworkStatus: a line a network, with its newest run.</summary>
[Cmdlet(VerbsCommon.Get, "JobNetworkStatus")]
[OutputType(typeof(JobNetworkStatus))]
public sealed class GetJobNetworkStatusCommand : NetworkCmdlet
{
    /// <summary>The networks; patterns are allowed. All networks when left out.</summary>
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
        var runs = new RunDirectory(session, names);
        var jobs = new JobRunDirectory(session, names);
        var standings = new RunStandings(session, names, runs);
        var suspensions = new SuspensionDirectory(session, names);
        var directory = new NetworkDirectory(session, names);
        IReadOnlyList<string> networks = await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false);
        ILookup<string, DateTime> due = await DueTimesAsync(new TriggerScheduleDirectory(session, names), networks, cancellationToken).ConfigureAwait(false);
        foreach (string network in networks)
        {
            await GuardAsync(network, async () => await WriteObjectAsync(
                await ReadAsync(directory, runs, standings, jobs, suspensions, due[network], network, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    // However many networks: their schedules are listed once.
    private static async Task<ILookup<string, DateTime>> DueTimesAsync(TriggerScheduleDirectory schedules, IReadOnlyList<string> networks, CancellationToken cancellationToken) =>
        (await schedules.ListAsync(networks.Count == 1 ? networks : null, cancellationToken).ConfigureAwait(false))
            .Where(trigger => trigger.NextDueTime is not null).ToLookup(trigger => trigger.NetworkName, trigger => trigger.NextDueTime!.Value, StringComparer.Ordinal);

    private static async Task<JobNetworkStatus> ReadAsync(
        NetworkDirectory networks, RunDirectory runs, RunStandings standings, JobRunDirectory jobs, SuspensionDirectory suspensions, IEnumerable<DateTime> due, string network,
        CancellationToken cancellationToken)
    {
        DateTime? next = due.OrderBy(time => time).Select(time => (DateTime?)time).FirstOrDefault();
        DateTime now = TimeProvider.System.GetLocalNow().DateTime;
        Task<JobNetworkRun?> newest = runs.NewestAsync(network, cancellationToken);
        Task<bool> removed = networks.IsDeletingAsync(network, cancellationToken);
        await Task.WhenAll(newest, removed).ConfigureAwait(false);
        JobNetworkRun? run = await newest.ConfigureAwait(false);
        bool deleting = await removed.ConfigureAwait(false);
        JobNetworkSuspension[] suspended = await suspensions.FindAsync(network, now, cancellationToken).ConfigureAwait(false);
        if (run is null)
        {
            return new JobNetworkStatus { NetworkName = network, Suspension = suspended, NextDueTime = next, Deleting = deleting };
        }

        run = await standings.AtWorkAsync(await standings.TellAsync(run, cancellationToken).ConfigureAwait(false), now, cancellationToken).ConfigureAwait(false);
        JobRun? at = await FindAsync(jobs, run.ExecutionArn, cancellationToken).ConfigureAwait(false);
        string? path = at?.JobName;
        while (at?.NestedExecutionArn is { } nested && await FindAsync(jobs, nested, cancellationToken).ConfigureAwait(false) is { } inner)
        {
            (at, path) = (inner, $"{path}/{inner.JobName}");
        }

        return new JobNetworkStatus
        {
            NetworkName = network,
            Status = run.Status,
            StartTime = run.StartTime,
            StopTime = run.StopTime,
            Duration = run.Duration ?? now - run.StartTime,
            JobName = run.Status is JobNetworkRunStatus.Succeeded or JobNetworkRunStatus.Skipped ? null : path,
            Worker = at?.Worker,
            Error = at?.Error,
            StatusReason = run.StatusReason,
            Suspension = suspended,
            NextDueTime = next,
            Deleting = deleting,
            ExecutionName = run.ExecutionName,
            ExecutionArn = run.ExecutionArn,
        };
    }

    /// <summary>The job that a run is at, or that it failed at.</summary>
    private static async Task<JobRun?> FindAsync(JobRunDirectory jobs, string executionArn, CancellationToken cancellationToken)
    {
        IReadOnlyList<JobRun> all = await jobs.ReadAsync(executionArn, _ => true, recurse: false, cancellationToken).ConfigureAwait(false);
        return all.Where(job => Rank(job, executionArn) is not null).OrderBy(job => Rank(job, executionArn)).FirstOrDefault()
            ?? all.LastOrDefault(job => job.Status is JobRunStatus.Succeeded or JobRunStatus.Ignored);
    }

    // What has failed in the run itself says most, then what waits for somebody; what an earlier run of the chain has left comes behind what is at work now. What was stopped was so because of another.
    private static int? Rank(JobRun job, string executionArn) => (job.Status, job.ExecutionArn == executionArn) switch
    {
        (JobRunStatus.Failed, true) => 0,
        (JobRunStatus.TimedOut, true) => 1,
        (JobRunStatus.Held, _) => 2,
        (JobRunStatus.Running, _) => 3,
        (JobRunStatus.Waiting, _) => 4,
        (JobRunStatus.Failed, false) => 5,
        (JobRunStatus.TimedOut, false) => 6,
        (JobRunStatus.Aborted, _) => 7,
        _ => null,
    };
}
