namespace JobMgmt.Networks.Graphs;

/// <summary>
/// Parts of a set of jobs that stand to every job outside of them as one job would: before it, after it, or independent of it. Such a part can be planned by itself
/// and be one step of the whole (modular decomposition).
/// </summary>
internal static class ModulePartition
{
    /// <summary>The largest parts of a set that can be split neither into independent parts nor into parts one after the other. They don't overlap.</summary>
    public static List<NodeSet> Of(JobGraph graph, NodeSet jobs)
    {
        var modules = new List<NodeSet>();
        var placed = new NodeSet(graph.Count);
        foreach (var job in jobs.Nodes())
        {
            if (placed.Contains(job))
            {
                continue;
            }

            var module = new NodeSet(graph.Count);
            module.Add(job);
            foreach (var other in jobs.Nodes())
            {
                if (!module.Contains(other) && !placed.Contains(other) && Smallest(graph, jobs, job, other) is { } both && !both.SetEquals(jobs))
                {
                    module.AddAll(both);
                }
            }

            placed.AddAll(module);
            modules.Add(module);
        }

        return modules;
    }

    /// <summary>The smallest part with both jobs: whoever tells its members apart has to be in it.</summary>
    private static NodeSet Smallest(JobGraph graph, NodeSet jobs, int one, int other)
    {
        var module = new NodeSet(graph.Count);
        module.Add(one);
        var toAdd = new Stack<int>();
        toAdd.Push(other);
        while (toAdd.Count > 0)
        {
            var job = toAdd.Pop();
            if (module.Contains(job))
            {
                continue;
            }

            module.Add(job);
            foreach (var judge in jobs.Except(module).Nodes())
            {
                if (graph.IsBefore(judge, one) != graph.IsBefore(judge, job) || graph.IsBefore(one, judge) != graph.IsBefore(job, judge))
                {
                    toAdd.Push(judge);
                }
            }
        }

        return module;
    }
}
