using JobMgmt.Networks.Graphs;

namespace JobMgmt.Networks.Definitions;

/// <summary>The faults of the order between a network's jobs.</summary>
internal static class OrderRules
{
    internal static void Check(JobNetwork network, List<NetworkFault> faults)
    {
        var names = new HashSet<string>(network.Jobs.Select(job => job.Name), StringComparer.Ordinal);
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            foreach (var name in (network.Jobs[i].After ?? Array.Empty<string>()).Where(name => !names.Contains(name)))
            {
                faults.Add(new NetworkFault(
                    $"job '{network.Jobs[i].Name}'",
                    $"Jobs[{i}].After",
                    $"It comes after '{name}', which is no job of the network.",
                    $"Name one of {string.Join(", ", network.Jobs.Select(job => $"'{job.Name}'").Take(20))}, or add the job."));
            }
        }

        var order = network.Order();
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            if (network.Jobs[i].RunOn != JobRunOn.Success && (network.FailFast || order[i].Count == 0))
            {
                faults.Add(new NetworkFault(
                    $"job '{network.Jobs[i].Name}'",
                    $"Jobs[{i}].RunOn",
                    network.FailFast ? "With FailFast the first failure ends the run, so nothing runs because of it." : "It comes after no job, so there is nothing to run on.",
                    network.FailFast ? "Leave FailFast out, or let the job run on success." : "Say what it comes after, or let it run on success."));
            }
        }

        CheckContinuing(network, order, faults);
        var cycle = JobCycle.Find(order);
        if (cycle.Count > 0)
        {
            var round = cycle.Append(cycle[0]).Select(job => $"'{network.Jobs[job].Name}'");
            faults.Add(new NetworkFault(
                $"network '{network.Name}'",
                $"Jobs[{cycle[0]}].After",
                $"The jobs come after each other in a circle: {string.Join(" after ", round)}.",
                "Take one of these dependencies away."));
        }
    }

    // What is never reached is mostly a mistake.
    private static void CheckContinuing(JobNetwork network, IReadOnlyList<IReadOnlyList<int>> order, List<NetworkFault> faults)
    {
        if (network.FailFast && network.Jobs.Count > 0 && network.Jobs.All(job => job.ContinueOnFailure))
        {
            faults.Add(new NetworkFault(
                $"network '{network.Name}'", "FailFast", "Every job has ContinueOnFailure, so no failure ends the run.", "Leave FailFast out, or take ContinueOnFailure from a job."));
        }

        var unwell = UnwellJobs.Of(network);
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            if (network.Jobs[i].RunOn == JobRunOn.Failure && !network.FailFast && order[i].Count > 0 && !order[i].Any(one => unwell[one]))
            {
                faults.Add(new NetworkFault(
                    $"job '{network.Jobs[i].Name}'",
                    $"Jobs[{i}].RunOn",
                    "It runs on failure, but all that it comes after have ContinueOnFailure and count as succeeded, so it never runs.",
                    "Take ContinueOnFailure from one of them, or let the job run always."));
            }
        }
    }
}
