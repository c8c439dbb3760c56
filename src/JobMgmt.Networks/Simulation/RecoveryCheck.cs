using JobMgmt.Networks.Checks;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Networks.Simulation;

/// <summary>
/// Tries a network's recovery in the simulation: a run is stopped when a job has just been started, for every job in turn, and continued as Restart-JobNetwork does. In the end
/// everything has to be as in a run that was not stopped, and no job that had succeeded may have run again.
/// </summary>
public static class RecoveryCheck
{
    private static readonly JsonValue Tags = JsonValue.Parse("""{"tags":{"role":"job_worker"}}""");

    // In place of a list that only a run knows: one item to fail with and one that is left.
    private const int Items = 2;

    // So that jobs of other branches are on their way when the run is stopped.
    private static readonly TimeSpan Briefly = TimeSpan.FromSeconds(1);

    /// <summary>What does not come to the same; empty where everything does.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="definition">A definition whose runs can be continued (<see cref="NetworkReader.CanContinue"/>).</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="SimulationException">The definition can't be simulated.</exception>
    public static IReadOnlyList<NetworkFinding> Check(string name, string definition, CancellationToken cancellationToken = default)
    {
        var simulation = new NetworkSimulation(name, definition).WithItems(Items);
        if (!NetworkReader.TryRead((JsonObject)JsonValue.Parse(definition), name, out var network, out var reason))
        {
            throw new SimulationException(reason);
        }

        var briefly = new JobReply { Duration = simulation.Fitting(Briefly) };
        var mocks = simulation.Jobs.ToDictionary(job => job, _ => (Func<int, JobReply>)(_ => briefly), StringComparer.Ordinal);
        var whole = simulation.Run(simulation.Complete(Tags), mocks, cancellationToken);
        return whole.Path.SelectMany(job => Differences(simulation, network!, mocks, whole, job, cancellationToken).Select(difference => new NetworkFinding(
            DiagnosticSeverity.Error, NetworkCodes.RecoveryDiffers, null, $"A run that is stopped at the job '{job}' and restarted does not end as one that was not stopped: {difference}") { State = job })).ToArray();
    }

    private static IEnumerable<string> Differences(
        NetworkSimulation simulation, JobNetwork network, Dictionary<string, Func<int, JobReply>> mocks, SimulatedRun whole, string job, CancellationToken cancellationToken)
    {
        var stopped = simulation.Run(simulation.Complete(Tags), mocks, job, cancellationToken);
        var plan = RestartPlan.Of(network, stopped.Jobs, null, new[] { RestartPlan.FailedJob }, null);
        var restarted = simulation.Run(plan.Rerun("stopped").Input(simulation.Complete(Tags), null), mocks, cancellationToken);
        if (restarted.Outcome.Status != whole.Outcome.Status)
        {
            yield return $"it ends as {restarted.Outcome.Status} in place of {whole.Outcome.Status}.";
        }

        foreach (var one in simulation.Jobs)
        {
            var (needed, times) = (Succeeded(whole, one), Succeeded(stopped, one) + Succeeded(restarted, one));
            if (times != needed && !(times > needed && IsRightlyRepeated(network, plan, one)))
            {
                yield return $"the job '{one}' has succeeded {times} times in place of {needed}.";
            }
        }
    }

    // A clean-up that has run is run again behind what is run again.
    private static bool IsRightlyRepeated(JobNetwork network, RestartPlan plan, string job)
    {
        var (graph, names) = (network.Graph(), network.Jobs.Select(one => one.Name).ToList());
        var index = names.IndexOf(job);
        return index >= 0 && network.Jobs[index].RunOn != JobRunOn.Success && plan.Jobs.Any(other => graph.IsBefore(names.IndexOf(other), index));
    }

    private static int Succeeded(SimulatedRun run, string job) => run.Jobs.Count(one => one.JobName == job && one.Status == JobRunStatus.Succeeded);
}
