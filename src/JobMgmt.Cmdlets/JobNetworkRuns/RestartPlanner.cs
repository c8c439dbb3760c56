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
    /// <returns>The plan, and the state machine, or the version of it, that is to be started.</returns>
    /// <exception cref="CmdletFailure">The network or its definition is gone, or can't pass over jobs; or a job is named that it does not have.</exception>
    public async Task<(RestartPlan Plan, string StateMachineArn)> PlanAsync(
        JobNetworkRun run, RestartDefinition which, IReadOnlyList<string> from, IReadOnlyList<string>? only, CancellationToken cancellationToken)
    {
        (string arn, JobNetwork network) = which == RestartDefinition.Original
            ? await ReadOriginalAsync(run, cancellationToken).ConfigureAwait(false)
            : await ReadCurrentAsync(run, cancellationToken).ConfigureAwait(false);
        EarlierRun earlier = await new EarlierRunReader(session, names, from.Concat(only ?? []).ToArray()).ReadAsync(run.ExecutionArn, network, cancellationToken).ConfigureAwait(false);
        try
        {
            return (RestartPlan.Of(earlier, from, only), arn);
        }
        catch (ArgumentException error)
        {
            throw new CmdletFailure(JobNetworkRunErrors.JobUnknown(run.NetworkName, error));
        }
    }

    private async Task<(string StateMachineArn, JobNetwork Network)> ReadCurrentAsync(JobNetworkRun run, CancellationToken cancellationToken)
    {
        DeployedJobNetwork deployed = await new NetworkDirectory(session, names).ReadAsync(run.NetworkName, cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(run.NetworkName));
        if (!NetworkReader.CanContinue(deployed.Definition))
        {
            throw new CmdletFailure(JobNetworkRunErrors.NetworkCantContinue(run.NetworkName));
        }

        return (deployed.StateMachineArn, new JobNetwork { Name = run.NetworkName, Jobs = deployed.Job, Parameter = deployed.Parameter });
    }

    private async Task<(string StateMachineArn, JobNetwork Network)> ReadOriginalAsync(JobNetworkRun run, CancellationToken cancellationToken)
    {
        DescribeStateMachineForExecutionResponse then = await session.StepFunctions.DescribeStateMachineForExecutionAsync(
            new DescribeStateMachineForExecutionRequest { ExecutionArn = run.ExecutionArn }, cancellationToken).ConfigureAwait(false);
        if (!NetworkReader.CanContinue(then.Definition))
        {
            throw new CmdletFailure(JobNetworkRunErrors.OriginalCantContinue(run));
        }

        try
        {
            string arn = await new NetworkVersions(session.StepFunctions).FindAsync(names.NetworkMachineArn(run.NetworkName), then.Definition, cancellationToken).ConfigureAwait(false)
                ?? throw new CmdletFailure(JobNetworkRunErrors.OriginalDefinitionGone(run));
            return (arn, NetworkDirectory.Read(then.Definition, run.NetworkName) ?? new JobNetwork { Name = run.NetworkName, Jobs = NetworkDirectory.ReadJobs(then.Definition) });
        }
        catch (StateMachineDoesNotExistException)
        {
            throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(run.NetworkName));
        }
    }
}
