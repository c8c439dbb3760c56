using JobMgmt.Networks.Costs;
using JobMgmt.Networks.Simulation;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkCosts;

/// <summary>What a network's run will cost: where all jobs succeed, and where a failure costs most.</summary>
/// <param name="prices">The prices.</param>
/// <param name="scriptSeconds">How long a script step of an automation is taken to be.</param>
/// <param name="itemCount">How many items a list is taken to have that only a run knows; null: nothing was said.</param>
/// <param name="runsPerMonth">How often the network runs in a month; null: not known.</param>
/// <param name="explain">Is told how the forecast is made.</param>
/// <param name="warn">Is told what is not in it.</param>
internal sealed class CostForecast(CostPrices prices, double scriptSeconds, int? itemCount, int? runsPerMonth, Action<string> explain, Action<string> warn)
{
    /// <summary>The forecasts, each as it is made.</summary>
    /// <exception cref="SimulationException">The network can't be walked.</exception>
    /// <param name="network">The network.</param>
    /// <param name="triggers">What starts it; of several that are on, the one counts whose start takes most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IEnumerable<JobNetworkCost> Of(NetworkSimulation network, IReadOnlyList<JobTrigger> triggers, CancellationToken cancellationToken)
    {
        network = Filled(network);
        explain($"'{network.Name}': its state machine is walked in a simulation in which each job takes a minute, once with all jobs well, and for each job with three failures. "
            + "RunJob enters 4 states for a job that succeeds and 5 for one that fails; an automation has 4 steps, 2 of them scripts, and 3 where no worker is found; RunJob's waits "
            + "for a worker are those of its defaults; SendRecovered looks at each run that succeeds (2 states), and StartNetwork starts those of triggers (4 states, 6 with a calendar); StopJobs is not counted.");
        if (network.Networks.Count > 0)
        {
            warn($"What the network {string.Join(", ", network.Networks.Select(name => $"'{name}'"))} takes is not in this: '{network.Name}' starts it as a job. Measure it by itself and add it.");
        }

        RunCost start = triggers.Where(trigger => !trigger.Disabled).Select(BesideRun.Start).OrderByDescending(one => one.StateTransitions).FirstOrDefault() ?? new RunCost();
        yield return Result(network.Name, JobNetworkCostCase.AllSucceed, RunForecast.Good(network, cancellationToken), start);
        yield return Result(network.Name, JobNetworkCostCase.WorstFailure, RunForecast.Worst(network, prices, scriptSeconds, cancellationToken), start);
    }

    private NetworkSimulation Filled(NetworkSimulation network)
    {
        string[] open = network.Lists.Where(list => list.Value is null).Select(list => $"'{list.Key}'").ToArray();
        if (open.Length > 0 && itemCount is null)
        {
            warn($"How many items {string.Join(", ", open)} of '{network.Name}' will have is known only when it runs; this is for one item. -ItemCount takes another number.");
        }

        return network.WithItems(itemCount ?? 1);
    }

    private JobNetworkCost Result(string network, JobNetworkCostCase which, RunForecast forecast, RunCost start)
        => JobNetworkCost.Of(network, which, forecast.What, forecast.Cost.Plus(start), prices, scriptSeconds, runsPerMonth, null);
}
