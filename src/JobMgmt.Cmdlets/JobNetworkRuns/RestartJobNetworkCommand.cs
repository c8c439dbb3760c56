using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Restart-JobNetwork: continues a run that has ended, in a new run that passes over what is done.</summary>
[Cmdlet(VerbsLifecycle.Restart, "JobNetwork", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
[OutputType(typeof(JobNetworkRun))]
public sealed class RestartJobNetworkCommand : NewestRunCmdlet
{
    private const int MostNamed = 30;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>FailedJob, AfterFailedJob or Start; or names of jobs: these and what comes after them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RestartPointCompleter))]
    public string[] From { get; set; } = [RestartPlan.FailedJob];

    /// <summary>Of these, only the jobs named.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNameCompleter))]
    public string[]? Only { get; set; }

    /// <summary>Whether the new run has the network's definition of now, or the one that the earlier run had.</summary>
    [Parameter]
    public RestartDefinition Definition { get; set; }

    /// <summary>Other worker tags than the earlier run's.</summary>
    [Parameter]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>Parameters with other texts than in the earlier run; the others stay.</summary>
    [Parameter]
    [ValidateNotNull]
    [ParameterTransformation]
    public Dictionary<string, string?>? Parameter { get; set; }

    /// <summary>Writes the new runs to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var runs = new RunDirectory(session, names);
        await ForEachRunAsync(
            session,
            names,
            arn => _taken.Add(arn) ? RestartAsync(session, names, runs, arn, cancellationToken) : Task.CompletedTask, // several jobs of one run may be piped
            network => throw new CmdletFailure(JobNetworkRunErrors.NetworkNeverRan(network)),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task RestartAsync(JobMgmtSession session, RunJobStackNames names, RunDirectory runs, string arn, CancellationToken cancellationToken)
    {
        JobNetworkRun run = await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
        if (run.Status is JobNetworkRunStatus.Running)
        {
            throw new CmdletFailure(JobNetworkRunErrors.RunGoesOn(run));
        }

        if (await FindContinuedAboveAsync(runs, run, cancellationToken).ConfigureAwait(false) is { } above)
        {
            // Of a run and the runs in it that are piped together, the one above is continued, down to what failed.
            if (_taken.Contains(above.Run.ExecutionArn))
            {
                PostVerbose($"The run '{run}' is continued with '{above.Run}', of which it is a job.");
                return;
            }

            throw new CmdletFailure(JobNetworkRunErrors.ContinuedAbove(run, above.Run, above.Continued));
        }

        (RestartPlan plan, string machine, bool canContinue) = await new RestartPlanner(session, names).PlanAsync(run, Definition, From, Only, cancellationToken).ConfigureAwait(false);
        // Where a network in it has been continued by itself since, there is nothing to run: the run that continues this one closes it.
        bool isClosing = run.Status != JobNetworkRunStatus.Succeeded && canContinue && Only is null && From is [RestartPlan.FailedJob] && plan.Left.Count == 0 && plan.Accepted.Count == 0;
        if (plan.Jobs.Count == 0 && !isClosing)
        {
            throw new CmdletFailure(JobNetworkRunErrors.NothingToRestart(run));
        }

        // Told before anybody is asked; who is faster than that is told by the start.
        string next = Rerun.NextName(run.ExecutionName);
        if (await FindAsync(runs, runs.ExecutionArn(run.NetworkName, next), cancellationToken).ConfigureAwait(false) is { } continued)
        {
            throw new CmdletFailure(JobNetworkRunErrors.RestartedAlready(run, continued));
        }

        string input = canContinue ? Input(run, plan).ToString() : AnewInput(run);
        if (await ShouldProcessAsync($"{run.NetworkName} {next}", Tell(run, plan)).ConfigureAwait(false))
        {
            await StartAsync(session, runs, run, plan, machine, input, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The run above, of which this one is a job at whatever depth, that has been continued, and by which one: that one runs again what failed here.</summary>
    private static async Task<(JobNetworkRun Run, JobNetworkRun Continued)?> FindContinuedAboveAsync(RunDirectory runs, JobNetworkRun run, CancellationToken cancellationToken)
    {
        for (JobNetworkRun? above = run; above?.ParentExecution is { } arn;)
        {
            above = await FindAsync(runs, arn, cancellationToken).ConfigureAwait(false);
            if (above is not null && await FindAsync(runs, runs.ExecutionArn(above.NetworkName, Rerun.NextName(above.ExecutionName)), cancellationToken).ConfigureAwait(false) is { } continued)
            {
                return (above, continued);
            }
        }

        return null;
    }

    private string Tell(JobNetworkRun run, RestartPlan plan)
    {
        string[] done = plan.Done.Select(job => job.Key).Except(plan.Left).Except(plan.Accepted).ToArray();
        return $"Continue the run {run.ExecutionName} with {(plan.Paths.Count == 0 ? "no job: all is done" : List(plan.Paths))}{(Definition == RestartDefinition.Original ? ", as they were then" : "")}"
            + (done.Length == 0 ? "" : $"; pass over {List(done)}")
            + (plan.Accepted.Count == 0 ? "" : $"; count as done, though not ended well: {List(plan.Accepted)}")
            + (plan.Left.Count == 0 ? "" : $"; leave to do: {List(plan.Left)}");
    }

    private static string List(IReadOnlyList<string> jobs) =>
        jobs.Count <= MostNamed ? string.Join(", ", jobs) : $"{string.Join(", ", jobs.Take(MostNamed))} and {jobs.Count - MostNamed} more";

    private static async Task<JobNetworkRun?> FindAsync(RunDirectory runs, string arn, CancellationToken cancellationToken)
    {
        try
        {
            return await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
        }
        catch (CmdletFailure)
        {
            return null; // there is none
        }
    }

    // A parameter that the network has no more is left out; one that was named now has to be there.
    private JsonObject Input(JobNetworkRun run, RestartPlan plan)
    {
        JsonObject input = (plan.Rerun(run.ExecutionArn) with { Id = Guid.NewGuid().ToString("N") }).Input(run.Input, Tag);
        Dictionary<string, string?> parameters = RunParameters.Read(run.Input).Where(parameter => plan.Network.Parameter?.ContainsKey(parameter.Key) == true)
            .ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value, StringComparer.Ordinal);
        foreach (KeyValuePair<string, string?> parameter in Parameter ?? [])
        {
            parameters[parameter.Key] = parameter.Value;
        }

        return RunInput.With(RunParameters.With(input, new Dictionary<string, string>()), plan.Network, run.NetworkName, parameters);
    }

    // A network that was written by hand may take every member of its input for a worker tag: it gets what it got before.
    private string AnewInput(JobNetworkRun run) =>
        Tag is null && Parameter is null ? run.ExecutionInput ?? "{}" : RunInput.With(Tag is null && run.Input is JsonObject earlier ? earlier : RunInput.Of(Tag), null, run.NetworkName, Parameter).ToString();

    private async Task StartAsync(
        JobMgmtSession session, RunDirectory runs, JobNetworkRun run, RestartPlan plan, string machine, string input, CancellationToken cancellationToken)
    {
        string name = Rerun.NextName(run.ExecutionName);
        string arn;
        try
        {
            StartExecutionResponse answer = await session.StepFunctions.StartExecutionAsync(
                new StartExecutionRequest { StateMachineArn = machine, Name = name, Input = input }, cancellationToken).ConfigureAwait(false);
            arn = answer.ExecutionArn;
        }
        catch (ExecutionAlreadyExistsException)
        {
            throw new CmdletFailure(JobNetworkRunErrors.RestartedAlready(run, await runs.ReadAsync(runs.ExecutionArn(run.NetworkName, name), cancellationToken).ConfigureAwait(false)));
        }

        if (PassThru)
        {
            await WriteObjectAsync(await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
