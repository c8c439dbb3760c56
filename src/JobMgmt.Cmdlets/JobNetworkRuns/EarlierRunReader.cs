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

/// <summary>Reads what a run has done, and the runs of those of its jobs that are networks and did not end well, or are named.</summary>
internal sealed class EarlierRunReader(JobMgmtSession session, RunJobStackNames names, IReadOnlyList<string> paths)
{
    private readonly RunDirectory _runs = new(session, names);
    private readonly NetworkDirectory _networks = new(session, names);

    /// <summary>Reads a run.</summary>
    /// <param name="executionArn">The run.</param>
    /// <param name="network">The network as the run that continues it will have it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CmdletFailure">A network in it has been continued by itself, and that run goes on.</exception>
    public Task<EarlierRun> ReadAsync(string executionArn, JobNetwork network, CancellationToken cancellationToken) => ReadAsync(executionArn, network, "", cancellationToken);

    private async Task<EarlierRun> ReadAsync(string executionArn, JobNetwork network, string lead, CancellationToken cancellationToken)
    {
        IReadOnlyList<RunEvent> history = await HistoryReader.ReadAsync(session.StepFunctions, executionArn, cancellationToken).ConfigureAwait(false);
        JobTrace[] jobs = NetworkRunReader.Read(history, network.Jobs.Select(job => job.Name).ToArray()).ToArray();
        var nested = new Dictionary<string, EarlierRun>(StringComparer.Ordinal);
        for (int i = 0; i < jobs.Length; i++)
        {
            string path = lead + jobs[i].JobName;
            bool isNamed = paths.Any(one => one.StartsWith(path + "/", StringComparison.Ordinal));
            if (jobs[i].NestedExecutionArn is not { } arn || (!isNamed && jobs[i].Status is JobRunStatus.Succeeded or JobRunStatus.Ignored))
            {
                continue;
            }

            // Somebody may have continued the network by itself: that run is the one that counts.
            JobNetworkRun run = await NewestAsync(await _runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            if (run.Status == JobNetworkRunStatus.Running)
            {
                throw new CmdletFailure(JobNetworkRunErrors.RunGoesOn(run));
            }

            if (run.Status == JobNetworkRunStatus.Succeeded && run.ExecutionArn != arn)
            {
                jobs[i] = jobs[i] with { Status = JobRunStatus.Succeeded, NestedExecutionArn = run.ExecutionArn, Output = run.ExecutionOutput is { } text && JsonValue.TryParse(text, out JsonValue? output) ? output : null };
            }

            if (await _networks.ReadAsync(run.NetworkName, cancellationToken).ConfigureAwait(false) is { } now && NetworkReader.CanContinue(now.Definition))
            {
                nested[jobs[i].JobName] = await ReadAsync(
                    run.ExecutionArn, new JobNetwork { Name = run.NetworkName, Jobs = now.Job }, path + "/", cancellationToken).ConfigureAwait(false);
            }
        }

        return new EarlierRun(executionArn, network, jobs, Rerun.Read(history.Count == 0 ? null : history[0].Input)) { Nested = nested };
    }

    private async Task<JobNetworkRun> NewestAsync(JobNetworkRun run, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                run = await _runs.ReadAsync(_runs.ExecutionArn(run.NetworkName, Rerun.NextName(run.ExecutionName)), cancellationToken).ConfigureAwait(false);
            }
            catch (CmdletFailure)
            {
                return run;
            }
        }
    }
}
