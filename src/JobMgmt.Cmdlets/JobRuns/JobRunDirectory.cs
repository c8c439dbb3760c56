using System.Collections.Concurrent;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>Reads the jobs of a run, from the network's history down to the command.</summary>
/// <param name="session">The target.</param>
/// <param name="names">The stack's names.</param>
/// <param name="allAttempts">Whether each start of a job is told by itself, in place of the job as a whole.</param>
internal sealed class JobRunDirectory(JobMgmtSession session, RunJobStackNames names, bool allAttempts = false)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _workerNames = new(StringComparer.Ordinal);

    /// <summary>The jobs of a run, in the definition's order. What a run passes over, because it continues another one, is shown as that one did it.</summary>
    /// <param name="executionArn">The run.</param>
    /// <param name="wanted">Which jobs, by path (<c>load/extract</c>); reading deeper costs calls for each. Of a network that is wanted all jobs are.</param>
    /// <param name="recurse">Also what is within the jobs: the items of one that runs for each item of a list, the jobs of one that is a network.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CmdletFailure">There is no such run.</exception>
    public async Task<IReadOnlyList<JobRun>> ReadAsync(string executionArn, Func<string, bool> wanted, bool recurse, CancellationToken cancellationToken)
        => (await ReadAsync(executionArn, null, null, null, wanted, recurse, cancellationToken).ConfigureAwait(false)).Select(row => row.Job).ToArray();

    /// <summary>The same of some jobs of a run that may be that of a network that is a job; with each row the job of the run that it is of.</summary>
    internal async Task<IReadOnlyList<(string Owner, JobRun Job)>> ReadAsync(
        string executionArn, JobRun? parent, string[]? only, Rerun? continuation, Func<string, bool> wanted, bool recurse, CancellationToken cancellationToken)
    {
        string lead = parent is null ? "" : parent.Path + "/";
        (_, IReadOnlyList<JobTrace> read, Rerun? rerun) = await ReadTracesAsync(executionArn, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<JobTrace> traces = await Task.WhenAll(read.Select(trace => ContinuedAsync(trace, continuation, cancellationToken))).ConfigureAwait(false);
        string[] passedOver = PassedOver(traces, rerun).Where(job => recurse || wanted(lead + job)).ToArray();
        ILookup<string, JobRun> earlier = await ReadEarlierAsync(rerun, parent, passedOver, wanted, recurse, cancellationToken).ConfigureAwait(false);
        var items = new JobItemDirectory(this, executionArn, parent, rerun);
        var jobs = new List<(string Owner, JobRun Job)>();
        JobTrace[] chosen = traces.Where(trace => only?.Contains(trace.JobName, StringComparer.Ordinal) != false).ToArray();
        IReadOnlyList<IReadOnlyList<JobRun>> described = await OrderedReads.ReadAsync(chosen, async trace =>
            earlier.Contains(trace.JobName) || !(wanted(lead + trace.JobName) || (recurse && trace.NestedExecutionArn is not null)) ? []
                : await DescribeAsync(executionArn, parent, trace, rerun, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        foreach ((JobTrace trace, IReadOnlyList<JobRun> attempts) in chosen.Zip(described, (trace, attempts) => (trace, attempts)))
        {
            if (attempts.Count == 0)
            {
                jobs.AddRange(earlier[trace.JobName].Select(job => (trace.JobName, job)));
                continue;
            }

            bool isWanted = wanted(lead + trace.JobName);
            IReadOnlyList<JobRun> parts = !recurse ? []
                : trace.Items is not null ? await items.ReadAsync(trace, cancellationToken).ConfigureAwait(false)
                : trace.NestedExecutionArn is { } nested
                    ? (await ReadAsync(nested, attempts[attempts.Count - 1], null, null, isWanted ? _ => true : wanted, true, cancellationToken).ConfigureAwait(false)).Select(row => row.Job).ToArray()
                : [];
            jobs.AddRange((isWanted ? [.. attempts, .. parts] : parts).Select(one => (trace.JobName, one)));
        }

        return jobs;
    }

    /// <summary>The definition that a run has, and how its jobs stand, by name: three calls a run, and as many for each one that it continues.</summary>
    /// <exception cref="CmdletFailure">There is no such run.</exception>
    public async Task<(string Definition, IReadOnlyDictionary<string, JobRunStatus> Status)> ReadStatusAsync(string executionArn, CancellationToken cancellationToken)
    {
        (string definition, IReadOnlyList<JobTrace> traces, Rerun? rerun) = await ReadTracesAsync(executionArn, cancellationToken).ConfigureAwait(false);
        Dictionary<string, JobRunStatus> status = traces.ToDictionary(t => t.JobName, t => t.Status, StringComparer.Ordinal);
        string[] passedOver = PassedOver(traces, rerun).ToArray();
        if (passedOver.Length > 0)
        {
            try
            {
                IReadOnlyDictionary<string, JobRunStatus> earlier = (await ReadStatusAsync(rerun!.Of!, cancellationToken).ConfigureAwait(false)).Status;
                foreach (string job in passedOver.Where(earlier.ContainsKey))
                {
                    status[job] = rerun!.NestedRunOf(job) is null ? earlier[job] : JobRunStatus.Succeeded;
                }
            }
            catch (CmdletFailure)
            {
                // AWS has forgotten it: what was passed over is shown as passed over
            }
        }

        return (definition, status);
    }

    /// <summary>The jobs of a run as its own history has them: two calls a run, nothing of its children.</summary>
    /// <exception cref="CmdletFailure">There is no such run.</exception>
    public async Task<IReadOnlyList<JobTrace>> ReadHistoryAsync(string executionArn, CancellationToken cancellationToken)
        => (await ReadTracesAsync(executionArn, cancellationToken).ConfigureAwait(false)).Traces;

    private async Task<(string Definition, IReadOnlyList<JobTrace> Traces, Rerun? Rerun)> ReadTracesAsync(string executionArn, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<RunEvent> history = await HistoryReader.ReadAsync(session.StepFunctions, executionArn, cancellationToken).ConfigureAwait(false);
            DescribeStateMachineForExecutionResponse machine = await session.StepFunctions.DescribeStateMachineForExecutionAsync(
                new DescribeStateMachineForExecutionRequest { ExecutionArn = executionArn }, cancellationToken).ConfigureAwait(false);
            return (
                machine.Definition,
                NetworkRunReader.Read(history, NetworkDirectory.ReadJobs(machine.Definition).Select(j => j.Name).ToArray()),
                Rerun.Read(history.Count == 0 ? null : history[0].Input));
        }
        catch (Exception e) when (e is ExecutionDoesNotExistException or InvalidArnException)
        {
            throw new CmdletFailure(JobNetworkRunErrors.RunNotFound(executionArn, e));
        }
    }

    /// <summary>The jobs that a run has not run because the one that it continues has.</summary>
    private static IEnumerable<string> PassedOver(IEnumerable<JobTrace> traces, Rerun? rerun)
        => rerun is { Of: not null } ? traces.Where(t => t.Starts == 0 && rerun.Done.Contains(t.JobName)).Select(t => t.JobName) : [];

    // A network that somebody continued by itself has ended well since, though this run ended before that.
    private async Task<JobTrace> ContinuedAsync(JobTrace trace, Rerun? continuation, CancellationToken cancellationToken)
    {
        if (trace.NestedExecutionArn is null || continuation?.NestedRunOf(trace.JobName) is not { } arn || arn == trace.NestedExecutionArn)
        {
            return trace;
        }

        JobTrace continued = trace with { Status = JobRunStatus.Succeeded, NestedExecutionArn = arn, Error = null, Cause = null };
        try
        {
            DescribeExecutionResponse run = await session.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = arn }, cancellationToken).ConfigureAwait(false);
            return continued with { StopTime = run.StopDate is { } stop ? new DateTimeOffset(stop.ToUniversalTime()) : trace.StopTime };
        }
        catch (ExecutionDoesNotExistException)
        {
            return continued; // AWS has forgotten it
        }
    }

    private async Task<ILookup<string, JobRun>> ReadEarlierAsync(
        Rerun? rerun, JobRun? parent, string[] passedOver, Func<string, bool> wanted, bool recurse, CancellationToken cancellationToken)
    {
        IReadOnlyList<(string Owner, JobRun Job)> jobs = [];
        try
        {
            jobs = passedOver.Length == 0 ? jobs : await ReadAsync(rerun!.Of!, parent, passedOver, rerun, wanted, recurse, cancellationToken).ConfigureAwait(false);
        }
        catch (CmdletFailure)
        {
            // AWS has forgotten it
        }

        // With a job come the parts of it.
        return jobs.ToLookup(row => row.Owner, row => row.Job, StringComparer.Ordinal);
    }

    /// <summary>One job, or one item of a job; with all attempts each of its starts, the last one last.</summary>
    internal async Task<IReadOnlyList<JobRun>> DescribeAsync(string executionArn, JobRun? parent, JobTrace trace, Rerun? rerun, CancellationToken cancellationToken)
    {
        if (!allAttempts || trace.Starts == 0)
        {
            return [await DescribeAsync(executionArn, parent, trace, null, rerun, cancellationToken).ConfigureAwait(false)];
        }

        var attempts = new List<JobRun>();
        foreach (JobTrace start in trace.EarlierStarts.Append(trace with { StartTime = trace.LastStartTime ?? trace.StartTime }))
        {
            attempts.Add(await DescribeAsync(executionArn, parent, start with { Starts = 1 }, attempts.Count + 1, rerun, cancellationToken).ConfigureAwait(false));
        }

        return attempts;
    }

    private async Task<JobRun> DescribeAsync(string executionArn, JobRun? parent, JobTrace trace, int? attempt, Rerun? rerun, CancellationToken cancellationToken)
    {
        JobResult result = trace.Result;
        int attempts = trace.Starts;
        RunEvent? waits = null; // why the job that goes on has no command at work: no worker is free for it
        if (trace.RunJobExecutionArn is { } child)
        {
            // Of one that has ended the inputs and outputs, which may be large, tell nothing more, where the callback has named the automation.
            bool withData = trace.Status == JobRunStatus.Running || result.AutomationExecutionId is null;
            (int tries, string? automation, waits) = RunJobReader.Read(await HistoryReader.ReadAsync(session.StepFunctions, child, withData, cancellationToken).ConfigureAwait(false));
            attempts += Math.Max(0, tries - 1);
            result = result.Or(new JobResult { AutomationExecutionId = automation });
        }

        bool known = result.CommandId is not null && result.InstanceId is not null && result.LogGroupName is not null;
        if (!known && result.AutomationExecutionId is { } id)
        {
            result = result.Or(await AutomationReader.ReadAsync(session.Ssm, id, cancellationToken).ConfigureAwait(false));
        }

        waits = trace.Status == JobRunStatus.Running && trace.Error is null ? waits : null;
        string? message = trace.Status == JobRunStatus.Held ? Sentences(trace.Hold?.Message, "Approve-JobRun or Deny-JobRun answers it.") : Message(trace.Cause ?? waits?.Cause);
        if (trace.Error == JobErrors.ResultNotReported && result.AutomationExecutionId is { } broken
            && await AutomationReader.ReadFailureAsync(session.Ssm, broken, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            message = Sentences(message, failure); // no script was left to put it into the cause
        }

        string[] arn = executionArn.Split(':');
        string name = trace.ItemIndex is { } index ? $"{trace.JobName}[{index}]" : trace.JobName;
        return new JobRun
        {
            NetworkName = names.TryNetworkName(arn[arn.Length - 2], out string network) ? network : arn[arn.Length - 2],
            ExecutionName = arn[arn.Length - 1],
            JobName = name,
            Path = parent is null ? name : $"{parent.Path}/{name}",
            RootRun = parent?.RootRun!,
            ItemValue = trace.Item is JsonString text ? text.Value : trace.Item?.ToString(),
            ItemIndex = trace.ItemIndex,
            ItemCount = trace.ItemCount is { } count ? count + JobItemDirectory.CountDone(trace.JobName, rerun) : null,
            ItemsSucceeded = trace.Items is { } items ? items.Count(item => item.Status == JobRunStatus.Succeeded) + JobItemDirectory.CountDone(trace.JobName, rerun) : null,
            Status = trace.Status,
            Lock = trace.Lock,
            ApprovedBy = trace.Hold?.IsApproved == true ? trace.Hold.By : null,
            ApprovedTime = trace.Hold?.IsApproved == true ? trace.Hold.AnswerTime?.LocalDateTime : null,
            ApprovalComment = trace.Hold?.IsApproved == true ? trace.Hold.Comment : null,
            Attempts = attempts,
            Attempt = attempt,
            Worker = result.InstanceId is null ? null : await WorkerNameAsync(result.InstanceId, cancellationToken).ConfigureAwait(false),
            InstanceId = result.InstanceId,
            ExitCode = result.ExitCode,
            Output = JsonObjects.Of(result.Output),
            StartTime = trace.StartTime?.LocalDateTime,
            StopTime = trace.StopTime?.LocalDateTime,
            Error = trace.Error ?? waits?.Error,
            Message = message,
            Cause = trace.Cause ?? waits?.Cause,
            CommandId = result.CommandId,
            AutomationExecutionId = result.AutomationExecutionId,
            RunJobExecutionArn = trace.RunJobExecutionArn,
            NestedExecutionArn = trace.NestedExecutionArn,
            LogGroupName = result.LogGroupName ?? (result.CommandId is null ? null : names.JobLogGroup),
            ExecutionArn = executionArn,
        };
    }

    // A name is a comfort: without the right to read EC2, or for a node that has gone, the id must do.
    private Task<string> WorkerNameAsync(string instanceId, CancellationToken cancellationToken) => _workerNames.GetOrAdd(instanceId, id => new Lazy<Task<string>>(async () =>
        await JobWorkers.WorkerNames.FindAsync(session, id, cancellationToken).ConfigureAwait(false) ?? id)).Value;

    // What somebody wrote need not end as a sentence does.
    private static string Sentences(string? first, string second)
        => first?.TrimEnd() is not { Length: > 0 } text ? second : $"{text}{(".!?:。！？".Contains(text[text.Length - 1]) ? "" : ".")} {second}";

    private static string? Message(string? cause)
        => cause is null ? null
            : JsonValue.TryParse(cause, out JsonValue? value) && value is JsonObject obj && obj["Message"] is JsonString message ? message.Value
            : cause;
}
