namespace JobMgmt.Networks.Definitions;

/// <summary>Which jobs of a network may come to it that they are not chosen: by their own condition, or because none of the jobs before was.</summary>
internal static class UnchosenJobs
{
    /// <summary>For each job whether all that it comes after may be so; false where it comes after none.</summary>
    internal static IReadOnlyList<bool> Before(JobNetwork network)
    {
        var order = network.Order();
        var may = network.Jobs.Select(job => job.When is not null).ToArray();
        bool Before(int job) => order[job].Count > 0 && order[job].All(one => may[one]);

        // Each round adds jobs, or it was the last; the order need not be that of the list.
        for (var changed = true; changed;)
        {
            changed = false;
            for (var job = 0; job < may.Length; job++)
            {
                changed |= !may[job] && (may[job] = network.Jobs[job].RunOn == JobRunOn.Success && Before(job));
            }
        }

        return Enumerable.Range(0, may.Length).Select(Before).ToArray();
    }

    /// <summary>For each job whether it may be so itself.</summary>
    internal static IReadOnlyList<bool> Of(JobNetwork network) =>
        Before(network).Select((before, job) => network.Jobs[job].When is not null || (before && network.Jobs[job].RunOn == JobRunOn.Success)).ToArray();
}
