namespace JobMgmt.Networks.Pictures;

/// <summary>The order of jobs from top to bottom: each after those that it comes after, so that few lanes are open at once and what belongs together stays together.</summary>
internal static class LaneOrder
{
    public static IReadOnlyList<int> Of(NetworkPicture picture)
    {
        var open = picture.Jobs.Select(job => job.After.Count).ToArray();
        var left = picture.Followers.Select(list => list.Count).ToArray();
        var line = new int[open.Length];
        var ready = new List<int>(Enumerable.Range(0, open.Length).Where(job => open[job] == 0));
        var order = new List<int>(open.Length);
        while (ready.Count > 0)
        {
            var next = ready.OrderByDescending(job => Closes(job) - (left[job] > 0 ? 1 : 0)).ThenByDescending(Latest).ThenBy(job => job).First();
            ready.Remove(next);
            order.Add(next);
            line[next] = order.Count;
            foreach (var one in picture.Jobs[next].After)
            {
                left[one]--;
            }

            ready.AddRange(picture.Followers[next].Where(follower => --open[follower] == 0));
        }

        return order;

        int Closes(int job) => picture.Jobs[job].After.Count(one => left[one] == 1);

        // The branch that was begun last goes on first.
        int Latest(int job) => picture.Jobs[job].After.Select(one => line[one]).DefaultIfEmpty(0).Max();
    }
}
