using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>A cmdlet that answers for held jobs, of runs that it is given or of a network's runs that go on.</summary>
public abstract class HoldAnswerCmdlet : RunCmdlet
{
    private bool _isTyped;

    /// <summary>Only these jobs; patterns are allowed. All held ones when left out.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByArn, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[]? JobName { get; set; }

    // As for networks' names (NetworkNameTransformation), this property tells a network's state from a job of a run.
    /// <summary>What Get-JobNetworkStatus writes binds here: its JobName is the job that is at work, and not one that is to be answered for.</summary>
    [Parameter(ParameterSetName = ByArn, ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    public object? Suspension { get; set; }

    /// <summary>What to keep with the answer.</summary>
    [Parameter]
    [ValidateLength(1, 2000)]
    public string? Comment { get; set; }

    /// <summary>Writes the jobs that were answered for to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // A row without a job's name is of its run.
    private string[]? Jobs => _isTyped ? JobName : Suspension is not null || JobName?.Any(job => !string.IsNullOrEmpty(job)) != true ? null : JobName;

    /// <summary>What is asked before it is done.</summary>
    private protected abstract string Question { get; }

    /// <summary>Sends the answer.</summary>
    private protected abstract Task AnswerAsync(JobMgmtSession session, string taskToken, string by, DateTimeOffset time, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        // What is bound now was typed. A variable that is empty by mistake must not mean all jobs; of a row it does.
        _isTyped = MyInvocation.BoundParameters.ContainsKey(nameof(JobName));
        return _isTyped && (JobName is not { Length: > 0 } || JobName.Any(string.IsNullOrEmpty)) ? throw new CmdletFailure(JobRunErrors.JobNameEmpty()) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var directory = new JobRunDirectory(session, names);
        IReadOnlyList<string> runs = await ResolveRunsAsync(session, names, cancellationToken).ConfigureAwait(false);
        foreach (string arn in ParameterSetName == ByName && ExecutionName is null ? await OnlyOneOfEachAsync(session, names, directory, runs, cancellationToken).ConfigureAwait(false) : runs)
        {
            await GuardAsync(arn, () => AnswerAsync(session, directory, arn, new RunDirectory(session, names).Label(arn), cancellationToken)).ConfigureAwait(false);
        }

        if (runs.Count == 0 && ParameterSetName == ByName && ExecutionName is null)
        {
            await TellNothingHeldAsync(new NetworkDirectory(session, names), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Of each network the run that waits. Whoever names a network means what was looked at, one run: where several wait, none is answered for.</summary>
    private async Task<IReadOnlyList<string>> OnlyOneOfEachAsync(
        JobMgmtSession session, RunJobStackNames names, JobRunDirectory directory, IReadOnlyList<string> runs, CancellationToken cancellationToken)
    {
        var wanted = new WildcardNames(Jobs);
        var directories = new RunDirectory(session, names);
        var chosen = new List<string>();
        foreach (IGrouping<string, string> network in runs.GroupBy(arn => arn.Substring(0, arn.LastIndexOf(':')), StringComparer.Ordinal))
        {
            var waiting = new List<string>();
            foreach (string arn in network.Skip(1).Any() ? network : Enumerable.Empty<string>())
            {
                if ((await ReadAsync(directory, arn, "", wanted.Texts.Any(text => text.Contains('/')), cancellationToken).ConfigureAwait(false))
                    .Any(job => wanted.Match(job.Path) && job.Job.Status == JobRunStatus.Held))
                {
                    waiting.Add(arn);
                }
            }

            if (waiting.Count > 1)
            {
                await WriteErrorAsync(JobRunErrors.SeveralRunsHeld(waiting.Select(directories.Label).ToArray())).ConfigureAwait(false);
                continue;
            }

            chosen.AddRange(waiting.Count == 1 ? waiting : network);
        }

        return chosen;
    }

    // Whoever names a network expects that one of its runs waits. That there is no such network has been told.
    private async Task TellNothingHeldAsync(NetworkDirectory networks, CancellationToken cancellationToken)
    {
        foreach (string network in Name.Where(name => !WildcardPattern.ContainsWildcardCharacters(name)))
        {
            if (await networks.ReadAsync(network, cancellationToken).ConfigureAwait(false) is not null)
            {
                await WriteErrorAsync(JobRunErrors.NoRunHeld(network)).ConfigureAwait(false);
            }
        }
    }

    private async Task AnswerAsync(JobMgmtSession session, JobRunDirectory directory, string arn, string run, CancellationToken cancellationToken)
    {
        var wanted = new WildcardNames(Jobs);
        IReadOnlyList<(string Arn, string Path, JobTrace Job)> jobs = await ReadAsync(directory, arn, "", wanted.Texts.Any(text => text.Contains('/')), cancellationToken).ConfigureAwait(false);
        foreach (string missing in wanted.Unmatched(jobs.Select(j => j.Path).ToArray()))
        {
            await WriteErrorAsync(JobRunErrors.JobNotFound(run, missing)).ConfigureAwait(false);
        }

        // A job that is named and not held is told; where none is named, a run without any is.
        (string Arn, string Path, JobTrace Job)[] named = jobs.Where(j => wanted.Match(j.Path)).ToArray();
        (string Arn, string Path, JobTrace Job)[] held = named.Where(j => j.Job.Status == JobRunStatus.Held && j.Job.Hold?.TaskToken is not null).ToArray();
        foreach ((_, string path, JobTrace other) in held.Length > 0 || Jobs is null ? [] : named)
        {
            await WriteErrorAsync(JobRunErrors.JobNotHeld(run, path, other)).ConfigureAwait(false);
        }

        if (held.Length == 0 && Jobs is null)
        {
            await WriteErrorAsync(JobRunErrors.NoJobHeld(run)).ConfigureAwait(false);
        }

        foreach ((string owner, string path, JobTrace job) in held)
        {
            if (await ShouldProcessAsync($"{path} of {run}", Question).ConfigureAwait(false))
            {
                await AnswerAsync(session, directory, owner, run, path, job, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The jobs of a run, each with the run that it is of and its path; those of networks that are jobs only where a path is asked for, as they cost calls.</summary>
    private static async Task<IReadOnlyList<(string Arn, string Path, JobTrace Job)>> ReadAsync(
        JobRunDirectory directory, string arn, string lead, bool goesDown, CancellationToken cancellationToken)
    {
        var jobs = new List<(string Arn, string Path, JobTrace Job)>();
        foreach (JobTrace job in await directory.ReadHistoryAsync(arn, cancellationToken).ConfigureAwait(false))
        {
            jobs.Add((arn, lead + job.JobName, job));
            if (goesDown && job.NestedExecutionArn is { } nested)
            {
                jobs.AddRange(await ReadAsync(directory, nested, $"{lead}{job.JobName}/", true, cancellationToken).ConfigureAwait(false));
            }
        }

        return jobs;
    }

    private async Task AnswerAsync(JobMgmtSession session, JobRunDirectory directory, string arn, string run, string path, JobTrace job, CancellationToken cancellationToken)
    {
        string by = await CallerName.FindAsync(session, cancellationToken).ConfigureAwait(false);
        try
        {
            await AnswerAsync(session, job.Hold!.TaskToken!, by, TimeProvider.System.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TaskTimedOutException or TaskDoesNotExistException)
        {
            // Somebody was faster, or the time was over, or the run has ended: the history knows.
            JobTrace now = (await directory.ReadHistoryAsync(arn, cancellationToken).ConfigureAwait(false)).Single(j => j.JobName == job.JobName);
            throw new CmdletFailure(JobRunErrors.JobNotHeld(run, path, now));
        }

        if (PassThru)
        {
            await WriteObjectsAsync(await directory.ReadAsync(arn, name => name == job.JobName, false, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
