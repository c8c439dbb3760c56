using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.JobRuns;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Reads what a run has done, and the network as it is now, and plans the run's continuation.</summary>
internal sealed class RestartPlanner(JobMgmtSession session, RunJobStackNames names)
{
    /// <summary>Plans it.</summary>
    /// <exception cref="CmdletFailure">The network is gone, or can't pass over jobs; or a job is named that it does not have.</exception>
    public async Task<RestartPlan> PlanAsync(JobNetworkRun run, IReadOnlyList<string> from, IReadOnlyList<string>? only, CancellationToken cancellationToken)
    {
        DeployedJobNetwork deployed = await new NetworkDirectory(session, names).ReadAsync(run.NetworkName, cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(ErrorRecords.NetworkNotFound(run.NetworkName));
        if (!NetworkReader.CanContinue(deployed.Definition))
        {
            throw new CmdletFailure(ErrorRecords.NetworkCantContinue(run.NetworkName));
        }

        IReadOnlyList<RunEvent> history = await HistoryReader.ReadAsync(session.StepFunctions, run.ExecutionArn, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<JobTrace> earlier = NetworkRunReader.Read(history, deployed.JobName);
        try
        {
            return RestartPlan.Of(
                new JobNetwork { Name = run.NetworkName, Jobs = deployed.Job }, earlier, Rerun.Read(history.Count == 0 ? null : history[0].Input), from, only);
        }
        catch (ArgumentException error)
        {
            throw new CmdletFailure(ErrorRecords.JobUnknown(run.NetworkName, error));
        }
    }
}
