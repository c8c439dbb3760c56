namespace JobMgmt.Networks.Definitions;

/// <summary>
/// Whether the jobs of a network that are networks fit those: in the parameters that they are given, and in the locks that are held meanwhile. Otherwise each of their runs would fail
/// at once, or wait for itself.
/// </summary>
public static class NestedFit
{
    /// <summary>What does not fit; empty where everything does, as far as the networks are known.</summary>
    /// <param name="network">The network.</param>
    /// <param name="find">A network by its name; null where it is not known.</param>
    public static IReadOnlyList<NestedMisfit> Find(JobNetwork network, Func<string, JobNetwork?> find)
    {
        var found = new List<NestedMisfit>();
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            var job = network.Jobs[i];
            if (job.Network is null || find(job.Network) is not { } nested)
            {
                continue;
            }

            void Misfit(bool isLock, string member, string message, string fix) => found.Add(new(job.Name, isLock, new($"job '{job.Name}'", FormattableString.Invariant($"Jobs[{i}].{member}"), message, fix)));
            var given = (job.Parameter ?? new Dictionary<string, string>()).ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal);
            if (ParameterRules.Fault(nested, given) is { } unfit)
            {
                Misfit(false, "Parameter", unfit.Message, unfit.Fix);
            }

            if (job.Lock is not null && Waiter(nested, job.Lock, 1, new[] { network.Name }, find) is { } waiter)
            {
                Misfit(
                    true, "Lock", $"The job holds the lock '{job.Lock}' while the network '{nested.Name}' runs, in which the job '{waiter}' waits for the same lock: the two would wait for each other.",
                    "Take the lock away from one of them.");
            }
        }

        return found;
    }

    /// <summary>The path of a job in a network that never gets a lock, since those above it hold it; null: there is none.</summary>
    private static string? Waiter(JobNetwork network, string name, int holders, IReadOnlyCollection<string> above, Func<string, JobNetwork?> find)
    {
        if (above.Contains(network.Name))
        {
            return null; // a circle, which is told as such
        }

        foreach (var job in network.Jobs)
        {
            var takes = job.Lock == name;

            // Each job goes by its own number of slots.
            if (takes && job.Slots <= holders)
            {
                return job.Name;
            }

            if (job.Network is not null && find(job.Network) is { } nested
                && Waiter(nested, name, takes ? holders + 1 : holders, above.Append(network.Name).ToArray(), find) is { } inner)
            {
                return $"{job.Name}/{inner}";
            }
        }

        return null;
    }
}
