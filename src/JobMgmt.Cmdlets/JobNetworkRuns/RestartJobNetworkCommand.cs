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
    /// <summary>FailedJob, AfterFailedJob or Start; or names of jobs: these and what comes after them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RestartPointCompleter))]
    public string[] From { get; set; } = [RestartPlan.FailedJob];

    /// <summary>Of these, only the jobs named.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Only { get; set; }

    /// <summary>Whether the new run has the network's definition of now, or the one that the earlier run had.</summary>
    [Parameter]
    public RestartDefinition Definition { get; set; }

    /// <summary>Other worker tags than the earlier run's.</summary>
    [Parameter]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

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
            arn => RestartAsync(session, names, runs, arn, cancellationToken),
            network => throw new CmdletFailure(ErrorRecords.NetworkNeverRan(network)),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task RestartAsync(JobMgmtSession session, RunJobStackNames names, RunDirectory runs, string arn, CancellationToken cancellationToken)
    {
        JobNetworkRun run = await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
        if (run.Status is JobNetworkRunStatus.Running)
        {
            throw new CmdletFailure(ErrorRecords.RunGoesOn(run));
        }

        (RestartPlan plan, string machine) = await new RestartPlanner(session, names).PlanAsync(run, Definition, From, Only, cancellationToken).ConfigureAwait(false);
        if (plan.Jobs.Count == 0)
        {
            throw new CmdletFailure(ErrorRecords.NothingToRestart(run));
        }

        string target = $"{run.NetworkName} {Rerun.NextName(run.ExecutionName)}";
        if (await ShouldProcessAsync(target, $"Continue the run {run.ExecutionName} with {string.Join(", ", plan.Jobs)}{(Definition == RestartDefinition.Original ? ", as they were then" : "")}").ConfigureAwait(false))
        {
            await StartAsync(session, runs, run, plan, machine, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task StartAsync(
        JobMgmtSession session, RunDirectory runs, JobNetworkRun run, RestartPlan plan, string machine, CancellationToken cancellationToken)
    {
        string name = Rerun.NextName(run.ExecutionName);
        JsonValue? earlier = run.ExecutionInput is { } text && JsonValue.TryParse(text, out JsonValue? value) ? value : null;
        string input = plan.Rerun(run.ExecutionArn).Input(earlier, Tag).ToString();
        string arn;
        try
        {
            StartExecutionResponse answer = await session.StepFunctions.StartExecutionAsync(
                new StartExecutionRequest { StateMachineArn = machine, Name = name, Input = input }, cancellationToken).ConfigureAwait(false);
            arn = answer.ExecutionArn;
        }
        catch (ExecutionAlreadyExistsException)
        {
            throw new CmdletFailure(ErrorRecords.RestartedAlready(run, await runs.ReadAsync(runs.ExecutionArn(run.NetworkName, name), cancellationToken).ConfigureAwait(false)));
        }

        if (PassThru)
        {
            await WriteObjectAsync(await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
