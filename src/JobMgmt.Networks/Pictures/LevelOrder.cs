namespace JobMgmt.Networks.Pictures;

/// <summary>The order of the nodes on each level: swept down and up by the middle of their neighbours, the order with the fewest crossings is kept.</summary>
internal static class LevelOrder
{
    private const int Sweeps = 24;

    public static int[][] Of(LevelNet net)
    {
        var order = Enumerable.Range(0, net.Level.Count).GroupBy(node => net.Level[node]).OrderBy(level => level.Key).Select(level => level.ToArray()).ToArray();
        var best = order.Select(level => level.ToArray()).ToArray();
        var fewest = Crossings(net, order);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var down = sweep % 2 == 0;
            for (var i = 1; i < order.Length; i++)
            {
                var level = down ? i : order.Length - 1 - i;
                Sort(order[level], Positions(order[down ? level - 1 : level + 1], net.Level.Count), node => down ? net.Up(node) : net.Down(node));
            }

            var crossings = Crossings(net, order);
            if (crossings < fewest)
            {
                fewest = crossings;
                best = order.Select(level => level.ToArray()).ToArray();
            }
        }

        return best;
    }

    /// <summary>How often lines cross between the levels.</summary>
    public static int Crossings(LevelNet net, int[][] order)
    {
        var count = 0;
        for (var level = 1; level < order.Length; level++)
        {
            var above = Positions(order[level - 1], net.Level.Count);
            var ends = order[level].SelectMany((node, at) => net.Up(node).Select(up => (From: above[up], To: at))).ToArray();
            for (var i = 0; i < ends.Length; i++)
            {
                for (var j = i + 1; j < ends.Length; j++)
                {
                    count += (ends[i].From - ends[j].From) * (ends[i].To - ends[j].To) < 0 ? 1 : 0;
                }
            }
        }

        return count;
    }

    // Nodes without neighbours on that side stay where they are.
    private static void Sort(int[] level, int[] beside, Func<int, IReadOnlyList<int>> neighbours)
    {
        var middle = level.Select((node, at) => neighbours(node).Count == 0 ? at : neighbours(node).Average(one => beside[one])).ToArray();
        var sorted = level.Select((node, at) => (node, at)).OrderBy(item => middle[item.at]).ThenBy(item => item.at).Select(item => item.node).ToArray();
        sorted.CopyTo(level, 0);
    }

    private static int[] Positions(int[] level, int count)
    {
        var position = new int[count];
        for (var i = 0; i < level.Length; i++)
        {
            position[level[i]] = i;
        }

        return position;
    }
}
