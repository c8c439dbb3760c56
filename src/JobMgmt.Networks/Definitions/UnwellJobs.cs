namespace JobMgmt.Networks.Definitions;

/// <summary>Which jobs of a network can end so that those that come after them take it for a failure.</summary>
internal static class UnwellJobs
{
    /// <summary>For each job whether it can: by failing, where that is not passed over, or by being skipped because of another. In a circle, which is refused elsewhere, it can.</summary>
    internal static IReadOnlyList<bool> Of(JobNetwork network)
    {
        var order = network.Order();
        var known = new bool?[order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            Find(network, order, i, known);
        }

        return known.Select(one => one == true).ToArray();
    }

    // A chain may be long: a list, not the call stack, holds it.
    private static void Find(JobNetwork network, IReadOnlyList<IReadOnlyList<int>> order, int first, bool?[] known)
    {
        var open = new Stack<int>();
        var seen = new HashSet<int>();
        open.Push(first);
        while (open.Count > 0)
        {
            var job = open.Peek();
            if (known[job] is null && !network.Jobs[job].ContinueOnFailure)
            {
                known[job] = true;
            }

            var missing = known[job] is null ? order[job].Where(one => known[one] is null && !seen.Contains(one)).ToArray() : Array.Empty<int>();
            seen.Add(job);
            if (missing.Length > 0)
            {
                Array.ForEach(missing, open.Push);
                continue;
            }

            open.Pop();
            known[job] ??= network.Jobs[job].RunOn == JobRunOn.Success && order[job].Any(one => known[one] != false);
        }
    }
}
