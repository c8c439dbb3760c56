using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Simulation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Costs;

/// <summary>
/// What a network's run will cost, found by running it in the simulation: so whatever states a network has, they are counted. Each job takes a minute there, which decides
/// only on how often a gate is open before somebody comes to it. The run names worker tags only where the network has none of its own.
/// </summary>
/// <param name="Cost">What the run takes.</param>
/// <param name="What">What happens in it, in words.</param>
/// <param name="FailedJob">The job that fails; null where all goes well.</param>
public sealed record RunForecast(RunCost Cost, string What, string? FailedJob)
{
    private static readonly JsonValue Tags = JsonValue.Parse("""{"role":"job_worker"}""");
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A run in which every job succeeds.</summary>
    /// <exception cref="SimulationException">It can't be simulated.</exception>
    public static RunForecast Good(NetworkSimulation network, CancellationToken cancellationToken) =>
        new(Run(network, null, Always(new JobReply()), cancellationToken), "every job succeeds", null);

    /// <summary>The dearest run in which one job fails, for every job and each way: it ends with exit code 1, it finds no worker, no answer comes, or it fails with each error that it is tried again for; after as many retries as it has.</summary>
    /// <exception cref="SimulationException">It can't be simulated.</exception>
    public static RunForecast Worst(NetworkSimulation network, CostPrices prices, double scriptSeconds, CancellationToken cancellationToken)
    {
        var ways = new[]
        {
            (Reply: Always(new JobReply { ExitCode = 1, Duration = Minute }), Words: "ends with exit code 1"),
            (Reply: Always(new JobReply { Error = JobErrors.WorkerBusy }), Words: "finds no worker (WorkerBusy)"),
            (Reply: Always(new JobReply { Error = "States.Timeout" }), Words: "gives no answer (States.Timeout)"),
        };
        return network.Jobs.SelectMany(job => ways.Select(way => (Job: job, Way: way)))
            .Where(item => item.Way != ways[2] || network.HasTimeout(item.Job)) // else the run would wait for ever
            .Concat(network.Retries.Select(job => (Job: job.Key, Way: (Reply: InTurn(job.Value), Words: "fails with each error that it is tried again for"))))
            .Select(item => new RunForecast(Run(network, item.Job, item.Way.Reply, cancellationToken), $"job '{item.Job}' {item.Way.Words}", item.Job))
            .Aggregate((most, one) => one.Cost.Price(prices, scriptSeconds) > most.Cost.Price(prices, scriptSeconds) ? one : most);
    }

    private static Func<int, JobReply> Always(JobReply reply) => _ => reply;

    // Each policy counts its own attempts, so a job that fails in several ways is tried again for all of them.
    private static Func<int, JobReply> InTurn(IReadOnlyList<JobRetryPolicy> policies)
    {
        var replies = policies.SelectMany(policy => Enumerable.Repeat(
            policy.ErrorName.Contains(JobErrors.ExecutionFailed) ? new JobReply { ExitCode = 1, Duration = Minute }
                : new JobReply { Error = policy.ErrorName[0] == "States.TaskFailed" ? JobErrors.JobCancelled : policy.ErrorName[0], Duration = Minute },
            policy.MaxAttempts)).ToArray();
        return attempt => replies[Math.Min(attempt, replies.Length) - 1];
    }

    private static RunCost Run(NetworkSimulation network, string? failing, Func<int, JobReply> reply, CancellationToken cancellationToken)
    {
        var well = Always(new JobReply { Duration = network.Fitting(Minute) });
        var mocks = network.Jobs.ToDictionary(job => job, job => job == failing ? reply : well, StringComparer.Ordinal);
        var cost = network.Run(network.Complete(network.HasTags ? JsonObject.Empty : Tags), mocks, cancellationToken).Cost;

        // Jobs may take any time: in another run others meet.
        return failing is null ? cost with { ConcurrentAutomations = Math.Max(cost.ConcurrentAutomations, network.WidestPoint) } : cost;
    }
}
