namespace JobMgmt.Networks.Graphs;

/// <summary>Covers a graph with the fewest chains: paths along direct dependencies, each node on one (a maximum matching, so that as few dependencies as possible cross chains).</summary>
internal static class ChainCover
{
    /// <summary>The chains, each in order.</summary>
    /// <param name="successors">For each node the ones that directly follow it.</param>
    public static List<List<int>> Of(IReadOnlyList<IReadOnlyList<int>> successors)
    {
        var next = Enumerable.Repeat(-1, successors.Count).ToArray();
        var previous = Enumerable.Repeat(-1, successors.Count).ToArray();
        for (var node = 0; node < successors.Count; node++)
        {
            Augment(successors, node, next, previous, new HashSet<int>());
        }

        var chains = new List<List<int>>();
        for (var node = 0; node < successors.Count; node++)
        {
            if (previous[node] < 0)
            {
                var chain = new List<int>();
                for (var at = node; at >= 0; at = next[at])
                {
                    chain.Add(at);
                }

                chains.Add(chain);
            }
        }

        return chains;
    }

    private static bool Augment(IReadOnlyList<IReadOnlyList<int>> successors, int node, int[] next, int[] previous, HashSet<int> seen)
    {
        foreach (var successor in successors[node])
        {
            if (seen.Add(successor) && (previous[successor] < 0 || Augment(successors, previous[successor], next, previous, seen)))
            {
                next[node] = successor;
                previous[successor] = node;
                return true;
            }
        }

        return false;
    }
}
