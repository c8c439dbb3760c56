namespace JobMgmt.Networks.Graphs;

/// <summary>The order between the jobs of a network: a job starts when all that it comes after have ended. Acyclic; jobs are known by their number in the network's list.</summary>
public sealed class JobGraph
{
    private readonly NodeSet[] _before;
    private readonly NodeSet[] _after;

    private JobGraph(IReadOnlyList<IReadOnlyList<int>> predecessors, NodeSet[] before, NodeSet[] after)
    {
        Predecessors = predecessors;
        _before = before;
        _after = after;
    }

    /// <summary>For each job the jobs that it directly comes after; one that follows from others is left out.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Predecessors { get; }

    /// <summary>How many jobs there are.</summary>
    public int Count => Predecessors.Count;

    /// <summary>Makes the graph of an order.</summary>
    /// <param name="after">For each job the jobs that it comes after.</param>
    /// <exception cref="ArgumentException">The order has a cycle (<see cref="JobCycle.Find"/> names it).</exception>
    public static JobGraph Create(IReadOnlyList<IReadOnlyList<int>> after)
    {
        if (JobCycle.Find(after).Count > 0)
        {
            throw new ArgumentException("The order has a cycle.", nameof(after));
        }

        var before = new NodeSet[after.Count];
        for (var i = 0; i < after.Count; i++)
        {
            Ancestors(after, i, before);
        }

        var following = Enumerable.Range(0, after.Count).Select(_ => new NodeSet(after.Count)).ToArray();
        for (var i = 0; i < after.Count; i++)
        {
            foreach (var ancestor in before[i].Nodes())
            {
                following[ancestor].Add(i);
            }
        }

        var direct = after.Select((list, i) => (IReadOnlyList<int>)list.Distinct()
            .Where(one => !list.Any(other => before[other].Contains(one))).OrderBy(one => one).ToArray()).ToArray();
        return new JobGraph(direct, before, following);
    }

    /// <summary>Whether one job must have ended before the other starts, directly or by way of others.</summary>
    public bool IsBefore(int first, int second) => _before[second].Contains(first);

    /// <summary>The most jobs of which none must have ended before another: as many as there are chains that cover all (Dilworth).</summary>
    public int Width() => ChainCover.Of(_after.Select(after => (IReadOnlyList<int>)after.Nodes().ToArray()).ToArray()).Count;

    /// <summary>Whether no other job comes after it.</summary>
    public bool IsLast(int job) => _after[job].IsEmpty;

    /// <summary>The jobs that must have ended before this one starts.</summary>
    internal NodeSet Before(int job) => _before[job];

    /// <summary>The jobs that start after this one has ended.</summary>
    internal NodeSet After(int job) => _after[job];

    // Depth is the longest chain: a list, not the call stack, holds it.
    private static void Ancestors(IReadOnlyList<IReadOnlyList<int>> after, int job, NodeSet[] before)
    {
        var open = new Stack<int>();
        open.Push(job);
        while (open.Count > 0)
        {
            var at = open.Peek();
            var missing = before[at] is null ? after[at].Where(one => before[one] is null).ToArray() : Array.Empty<int>();
            if (missing.Length > 0)
            {
                Array.ForEach(missing, open.Push);
                continue;
            }

            open.Pop();
            if (before[at] is null)
            {
                var all = new NodeSet(after.Count);
                foreach (var one in after[at])
                {
                    all.Add(one);
                    all.AddAll(before[one]);
                }

                before[at] = all;
            }
        }
    }
}
