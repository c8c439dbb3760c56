using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>Get-JobRun: the jobs of runs. Without a run, those of each network's newest one.</summary>
[Cmdlet(VerbsCommon.Get, "JobRun", DefaultParameterSetName = ByName)]
[OutputType(typeof(JobRun))]
public sealed class GetJobRunCommand : NewestRunCmdlet
{
    /// <summary>Only these jobs; patterns are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[]? JobName { get; set; }

    /// <summary>Only jobs that stand like this.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public JobRunStatus[]? Status { get; set; }

    /// <summary>Also what is within the jobs: of one that runs for each item of a list, its items; of one that is a network, its jobs.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Each start of a job by itself, oldest first, in place of the job as a whole: of one that was tried again, why it was, and its log.</summary>
    [Parameter]
    public SwitchParameter AllAttempts { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var directory = new JobRunDirectory(session, names, AllAttempts);
        await ForEachRunAsync(session, names, arn => WriteJobsAsync(directory, new RunDirectory(session, names), arn, cancellationToken), _ => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteJobsAsync(JobRunDirectory directory, RunDirectory runs, string arn, CancellationToken cancellationToken)
    {
        var wanted = new WildcardNames(JobName);

        // A path leads into a network that is a job, also where not all that is within the jobs is asked for.
        bool isPath = !Recurse && wanted.Texts.Any(text => text.Contains('/'));
        IReadOnlyList<JobRun> jobs = await directory.ReadAsync(arn, wanted.Match, Recurse || isPath, cancellationToken).ConfigureAwait(false);
        jobs = isPath ? jobs.Where(job => job.ItemIndex is null && wanted.Match(job.Path)).ToArray() : jobs;
        await WriteObjectsAsync(jobs.Where(j => Status is null || Status.Contains(j.Status))).ConfigureAwait(false);
        foreach (string missing in wanted.Unmatched(jobs.Select(j => j.Path).ToArray()))
        {
            await WriteErrorAsync(JobRunErrors.JobNotFound(runs.Label(arn), missing)).ConfigureAwait(false);
        }
    }
}
