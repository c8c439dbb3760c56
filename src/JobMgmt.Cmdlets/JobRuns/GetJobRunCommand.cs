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
public sealed class GetJobRunCommand : NetworkCmdlet
{
    private const string ByName = "Name";
    private const string ByArn = "Arn";

    /// <summary>The networks; patterns are allowed.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The run's name; the network's newest run when left out.</summary>
    [Parameter(ParameterSetName = ByName, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ExecutionNameCompleter))]
    public string[]? ExecutionName { get; set; }

    /// <summary>The runs, by ARN: what Start-, Wait-JobNetwork and Get-JobNetworkRun write binds here.</summary>
    [Parameter(ParameterSetName = ByArn, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public string[] ExecutionArn { get; set; } = [];

    /// <summary>Only these jobs; patterns are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? JobName { get; set; }

    /// <summary>Only jobs that stand like this.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public JobRunStatus[]? Status { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var directory = new JobRunDirectory(session, names);
        if (ParameterSetName == ByArn)
        {
            await WriteJobsAsync(directory, GivenRuns(ExecutionArn), cancellationToken).ConfigureAwait(false);
            return;
        }

        var runs = new RunDirectory(session, names);
        foreach (string network in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(network, async () =>
            {
                IEnumerable<string> arns = ExecutionName is not null ? ExecutionName.Select(e => runs.ExecutionArn(network, e))
                    : await runs.NewestAsync(network, cancellationToken).ConfigureAwait(false) is { } newest ? [newest.ExecutionArn] : [];
                await WriteJobsAsync(directory, arns, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
    }

    private async Task WriteJobsAsync(JobRunDirectory directory, IEnumerable<string> arns, CancellationToken cancellationToken)
    {
        var wanted = new WildcardNames(JobName);
        foreach (string arn in arns)
        {
            await GuardAsync(arn, async () =>
            {
                IReadOnlyList<JobRun> jobs = await directory.ReadAsync(arn, wanted.Match, cancellationToken).ConfigureAwait(false);
                await WriteObjectsAsync(jobs.Where(j => Status is null || Status.Contains(j.Status))).ConfigureAwait(false);
                foreach (string missing in wanted.Unmatched(jobs.Select(j => j.JobName).ToArray()))
                {
                    await WriteErrorAsync(ErrorRecords.JobNotFound(string.Join(" ", arn.Split(':').Skip(6)), missing)).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
    }
}
