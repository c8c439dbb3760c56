using System.Management.Automation;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobRuns;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobLogs;

/// <summary>Get-JobLog: the whole output of jobs, from CloudWatch Logs.</summary>
[Cmdlet(VerbsCommon.Get, "JobLog", DefaultParameterSetName = ByJob)]
[OutputType(typeof(JobLogEvent))]
public sealed class GetJobLogCommand : JobMgmtCmdlet
{
    private const string ByJob = "Job";
    private const string ByRun = "Run";
    private const string ByCommand = "Command";

    // SSM shows a command a moment after it was sent, and forgets it after 30 days; a command that stays unknown this often has nothing to follow.
    private const int MostUnknown = 20;
    private static readonly TimeSpan FollowStep = TimeSpan.FromMilliseconds(500);
    private readonly HashSet<(string CommandId, string InstanceId)> _written = [];

    /// <summary>The network whose job it is.</summary>
    [Parameter(ParameterSetName = ByJob, Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string NetworkName { get; set; } = "";

    /// <summary>A run: what Start-, Wait-JobNetwork and Get-JobNetworkRun write.</summary>
    [Parameter(ParameterSetName = ByRun, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public JobNetworkRun? Run { get; set; }

    /// <summary>The jobs; patterns are allowed. All jobs of the run when left out.</summary>
    [Parameter(ParameterSetName = ByJob, Position = 1)]
    [Parameter(ParameterSetName = ByRun)]
    [Parameter(ParameterSetName = ByCommand, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string? JobName { get; set; }

    /// <summary>The run's name; the network's newest run when left out.</summary>
    [Parameter(ParameterSetName = ByJob, Position = 2)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ExecutionNameCompleter))]
    public string? ExecutionName { get; set; }

    /// <summary>The command: what Get-JobRun writes binds here. A job that was not started has none, and no log.</summary>
    [Parameter(ParameterSetName = ByCommand, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? CommandId { get; set; }

    /// <summary>The run of the network that a job is: what Get-JobRun writes binds here. Its log is that of its jobs, of one that failed of those that did.</summary>
    [Parameter(ParameterSetName = ByCommand, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? NestedExecutionArn { get; set; }

    /// <summary>How many items a job that runs for each item of a list has: what Get-JobRun writes binds here. Its log is that of its items, of one that failed of those that did.</summary>
    [Parameter(ParameterSetName = ByCommand, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public int? ItemCount { get; set; }

    /// <summary>The run that a job with items is of.</summary>
    [Parameter(ParameterSetName = ByCommand, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ExecutionArn { get; set; }

    /// <summary>The job as the lines name it: with the jobs before it that are networks.</summary>
    [Parameter(ParameterSetName = ByCommand, ValueFromPipelineByPropertyName = true)]
    [Alias("Path")]
    [AllowNull]
    [AllowEmptyString]
    public string? JobPath { get; set; }

    /// <summary>The worker's id.</summary>
    [Parameter(ParameterSetName = ByCommand, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? InstanceId { get; set; }

    /// <summary>The log group; the stack's when left out.</summary>
    [Parameter(ParameterSetName = ByCommand, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? LogGroupName { get; set; }

    /// <summary>Only this output; both when left out, standard output first.</summary>
    [Parameter]
    public JobLogStream? Stream { get; set; }

    /// <summary>Only the last lines of each output.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Goes on with what is written later, until the command has ended.</summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        if (ParameterSetName == ByCommand && string.IsNullOrEmpty(NestedExecutionArn) && !HasItems)
        {
            if (string.IsNullOrEmpty(CommandId) || string.IsNullOrEmpty(InstanceId))
            {
                PostVerbose($"The job '{JobName}' has sent no command, so it has no log.");
                return;
            }

            await WriteLogAsync(session, LogGroupName ?? names.JobLogGroup, CommandId!, InstanceId!, Shown, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (JobRun job in await FindAsync(session, names, cancellationToken).ConfigureAwait(false))
        {
            if (job is { CommandId: { } command, InstanceId: { } instance })
            {
                await WriteLogAsync(session, job.LogGroupName ?? names.JobLogGroup, command, instance, ShownOf(job), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<IReadOnlyList<JobRun>> FindAsync(JobMgmtSession session, RunJobStackNames names, CancellationToken cancellationToken)
    {
        if (ParameterSetName == ByCommand)
        {
            // What Get-JobRun wrote of a job with items: its run knows them.
            IReadOnlyList<JobRun> parts = HasItems
                ? (await new JobRunDirectory(session, names).ReadAsync(ExecutionArn!, name => name == JobName, recurse: true, cancellationToken).ConfigureAwait(false)).Where(job => job.ItemIndex is not null).ToArray()
                : await new JobRunDirectory(session, names).ReadAsync(NestedExecutionArn!, _ => true, recurse: true, cancellationToken).ConfigureAwait(false);
            return parts.Any(HasFailed) ? parts.Where(HasFailed).ToArray() : parts;
        }

        var runs = new RunDirectory(session, names);
        string arn = Run is not null ? Run.ExecutionArn
            : ExecutionName is not null ? runs.ExecutionArn(NetworkName, ExecutionName)
            : (await runs.NewestAsync(NetworkName, cancellationToken).ConfigureAwait(false))?.ExecutionArn
            ?? throw new CmdletFailure(JobNetworkRunErrors.NetworkNeverRan(NetworkName));
        var wanted = new WildcardNames(string.IsNullOrEmpty(JobName) ? null : [JobName!]);
        IReadOnlyList<JobRun> jobs = await new JobRunDirectory(session, names).ReadAsync(arn, wanted.Match, recurse: true, cancellationToken).ConfigureAwait(false);
        foreach (string missing in wanted.Unmatched(jobs.Select(j => j.Path).ToArray()))
        {
            await WriteErrorAsync(JobRunErrors.JobNotFound(Run?.NetworkName ?? NetworkName, missing)).ConfigureAwait(false);
        }

        return jobs;
    }

    // In a row of a CSV file a count that there is not is empty, which binds as 0; a job whose list was empty has no log either.
    private bool HasItems => ParameterSetName == ByCommand && ItemCount > 0 && !string.IsNullOrEmpty(ExecutionArn) && JobName is not null;

    // A job's own name, where what is piped is no more than a command.
    private string? Shown => string.IsNullOrEmpty(JobPath) ? JobName : JobPath;

    // An item is called as its job is, with its place.
    private string ShownOf(JobRun part) => ParameterSetName != ByCommand || Shown is null ? part.Path : HasItems ? Shown + part.JobName.Substring(JobName!.Length) : $"{Shown}/{part.Path}";

    private static bool HasFailed(JobRun job) => job.Status is JobRunStatus.Failed or JobRunStatus.TimedOut or JobRunStatus.Aborted;

    private async Task WriteLogAsync(JobMgmtSession session, string group, string commandId, string instanceId, string? job, CancellationToken cancellationToken)
    {
        // Get-JobRun -Recurse writes a network and its jobs.
        if (!_written.Add((commandId, instanceId)))
        {
            return;
        }

        JobLogReader[] readers = new[] { JobLogStream.Stdout, JobLogStream.Stderr }.Where(s => Stream is null || Stream == s)
            .Select(s => new JobLogReader(session.Logs, group, commandId, instanceId, s, job)).ToArray();
        foreach (JobLogReader reader in readers)
        {
            await WriteNowAsync(reader, cancellationToken).ConfigureAwait(false);
        }

        var unknown = 0;
        while (Follow)
        {
            // Asked before reading: what is written until the end is then certainly read.
            bool? ended = await HasEndedAsync(session, commandId, instanceId, cancellationToken).ConfigureAwait(false);
            unknown = ended is null ? unknown + 1 : 0;
            foreach (JobLogReader reader in readers)
            {
                await foreach (JobLogEvent line in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    await WriteObjectAsync(line).ConfigureAwait(false);
                }
            }

            if (ended is true || unknown > MostUnknown)
            {
                return;
            }

            await TimeProvider.System.Delay(FollowStep, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WriteNowAsync(JobLogReader reader, CancellationToken cancellationToken)
    {
        if (Tail is { } tail)
        {
            await WriteObjectsAsync(await reader.ReadLastAsync(tail, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        await foreach (JobLogEvent line in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            await WriteObjectAsync(line).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the command has ended; null where SSM does not know it.</summary>
    private static async Task<bool?> HasEndedAsync(JobMgmtSession session, string commandId, string instanceId, CancellationToken cancellationToken)
    {
        try
        {
            GetCommandInvocationResponse invocation = await session.Ssm.GetCommandInvocationAsync(
                new GetCommandInvocationRequest { CommandId = commandId, InstanceId = instanceId }, cancellationToken).ConfigureAwait(false);
            return invocation.Status?.Value is not ("Pending" or "InProgress" or "Delayed" or "Cancelling");
        }
        catch (InvocationDoesNotExistException)
        {
            return null;
        }
    }
}
