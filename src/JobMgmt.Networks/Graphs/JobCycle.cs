namespace JobMgmt.Networks.Graphs;

/// <summary>Finds a cycle in an order that should have none.</summary>
public static class JobCycle
{
    /// <summary>A shortest-found cycle: each job comes after the next one, and the last after the first. Empty where there is none.</summary>
    /// <param name="after">For each job the jobs that it comes after.</param>
    public static IReadOnlyList<int> Find(IReadOnlyList<IReadOnlyList<int>> after)
    {
        // Jobs that can be put in order are taken away until none is left, or only cycles and what comes after them.
        var open = after.Select(list => list.Distinct().Count()).ToArray();
        var followers = Enumerable.Range(0, after.Count).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < after.Count; i++)
        {
            foreach (var one in after[i].Distinct())
            {
                followers[one].Add(i);
            }
        }

        var free = new Queue<int>(Enumerable.Range(0, after.Count).Where(i => open[i] == 0));
        var placed = new bool[after.Count];
        while (free.Count > 0)
        {
            var job = free.Dequeue();
            placed[job] = true;
            foreach (var follower in followers[job])
            {
                if (--open[follower] == 0)
                {
                    free.Enqueue(follower);
                }
            }
        }

        var start = Array.FindIndex(placed, done => !done);
        return start < 0 ? Array.Empty<int>() : Walk(after, placed, start);
    }

    // Each unplaced job comes after an unplaced one, so walking back must come round.
    private static List<int> Walk(IReadOnlyList<IReadOnlyList<int>> after, bool[] placed, int start)
    {
        var path = new List<int>();
        var at = start;
        while (!path.Contains(at))
        {
            path.Add(at);
            at = after[at].First(one => !placed[one]);
        }

        path.RemoveRange(0, path.IndexOf(at));
        return path;
    }
}
