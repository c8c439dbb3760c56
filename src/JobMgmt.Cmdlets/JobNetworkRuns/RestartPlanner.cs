using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Reads what a run has done, and the network as it is now or was then, and plans the run's continuation.</summary>
internal sealed class RestartPlanner(JobMgmtSession session, RunJobStackNames names)
{
    /// <summary>Plans it.</summary>
    /// <returns>The plan; the state machine, or the version of it, that is to be started; and whether it can pass over jobs. One that can't can be run anew as a whole.</returns>
    /// <exception cref="CmdletFailure">The network or its definition is gone, or can't pass over jobs; or a job is named that it does not have.</exception>
    public async Task<(RestartPlan Plan, string StateMachineArn, bool CanContinue)> PlanAsync(
        JobNetworkRun run, RestartDefinition which, IReadOnlyList<string> from, IReadOnlyList<string>? only, CancellationToken cancellationToken)
    {
        bool isAnew = from is [RestartPlan.Start] && only is null;
        (string arn, JobNetwork network, bool canContinue) = which == RestartDefinition.Original
            ? await ReadOriginalAsync(run, isAnew, cancellationToken).ConfigureAwait(false)
            : await ReadCurrentAsync(run, isAnew, cancellationToken).ConfigureAwait(false);
        EarlierRun earlier = await new EarlierRunReader(session, names, from.Concat(only ?? []).ToArray()).ReadAsync(run.ExecutionArn, network, cancellationToken).ConfigureAwait(false);
        try
        {
            return (RestartPlan.Of(earlier, from, only), arn, canContinue);
        }
        catch (ArgumentException error)
        {
            throw new CmdletFailure(JobNetworkRunErrors.JobUnknown(run.NetworkName, error));
        }
    }

    private async Task<(string StateMachineArn, JobNetwork Network, bool CanContinue)> ReadCurrentAsync(JobNetworkRun run, bool isAnew, CancellationToken cancellationToken)
    {
        DeployedJobNetwork deployed = await new NetworkDirectory(session, names).ReadAsync(run.NetworkName, cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(run.NetworkName));
        bool canContinue = NetworkReader.CanContinue(deployed.Definition);
        if (!canContinue && !isAnew)
        {
            throw new CmdletFailure(JobNetworkRunErrors.NetworkCantContinue(run.NetworkName));
        }

        return (deployed.StateMachineArn, new JobNetwork { Name = run.NetworkName, Jobs = deployed.Job, Parameter = deployed.Parameter }, canContinue);
    }

    private async Task<(string StateMachineArn, JobNetwork Network, bool CanContinue)> ReadOriginalAsync(JobNetworkRun run, bool isAnew, CancellationToken cancellationToken)
    {
        DescribeStateMachineForExecutionResponse then = await session.StepFunctions.DescribeStateMachineForExecutionAsync(
            new DescribeStateMachineForExecutionRequest { ExecutionArn = run.ExecutionArn }, cancellationToken).ConfigureAwait(false);
        bool canContinue = NetworkReader.CanContinue(then.Definition);
        if (!canContinue && !isAnew)
        {
            throw new CmdletFailure(JobNetworkRunErrors.OriginalCantContinue(run));
        }

        try
        {
            string arn = await new NetworkVersions(session.StepFunctions).FindAsync(names.NetworkMachineArn(run.NetworkName), then.Definition, cancellationToken).ConfigureAwait(false)
                ?? throw new CmdletFailure(JobNetworkRunErrors.OriginalDefinitionGone(run));
            return (arn, NetworkDirectory.Read(then.Definition, run.NetworkName) ?? new JobNetwork { Name = run.NetworkName, Jobs = NetworkDirectory.ReadJobs(then.Definition) }, canContinue);
        }
        catch (StateMachineDoesNotExistException)
        {
            throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(run.NetworkName));
        }
    }
}
