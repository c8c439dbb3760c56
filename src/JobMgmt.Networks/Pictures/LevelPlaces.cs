namespace JobMgmt.Networks.Pictures;

/// <summary>Where the nodes of each level stand: in their order, apart by their widths, and as near to the middle of their neighbours as that allows.</summary>
internal static class LevelPlaces
{
    private const int Sweeps = 16;

    public static double[] Of(LevelNet net, int[][] order, Func<int, double> width, double gap)
    {
        var place = new double[net.Level.Count];
        foreach (var level in order)
        {
            Put(level, new double[level.Length], new double[level.Length].Select(_ => 1.0).ToArray(), place, width, gap);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var down = sweep % 2 == 0;
            for (var i = 0; i < order.Length; i++)
            {
                var level = order[down ? i : order.Length - 1 - i];
                IReadOnlyList<int> Beside(int node) => sweep >= Sweeps - 2 ? net.Up(node).Concat(net.Down(node)).ToArray() : down ? net.Up(node) : net.Down(node);
                var wish = level.Select(node => Beside(node).Count == 0 ? place[node] : Beside(node).Average(one => place[one])).ToArray();

                // Where a long line only passes, straight is worth more than near.
                var weight = level.Select(node => width(node) == 0 ? 8.0 : 1.0 + Beside(node).Count).ToArray();
                Put(level, wish, weight, place, width, gap);
            }
        }

        return place;
    }

    // Least squares under "each at least so far from the one before": taken off, that distance leaves "not less than the one before", which pooling neighbours that violate it solves.
    private static void Put(int[] level, double[] wish, double[] weight, double[] place, Func<int, double> width, double gap)
    {
        var offset = new double[level.Length];
        for (var i = 1; i < level.Length; i++)
        {
            offset[i] = offset[i - 1] + ((width(level[i - 1]) + width(level[i])) / 2) + gap;
        }

        var pools = new List<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < level.Length; i++)
        {
            pools.Add(((wish[i] - offset[i]) * weight[i], weight[i], 1));
            while (pools.Count > 1 && pools[pools.Count - 2].Sum / pools[pools.Count - 2].Weight >= pools[pools.Count - 1].Sum / pools[pools.Count - 1].Weight)
            {
                var (sum, mass, count) = pools[pools.Count - 1];
                pools.RemoveAt(pools.Count - 1);
                var before = pools[pools.Count - 1];
                pools[pools.Count - 1] = (before.Sum + sum, before.Weight + mass, before.Count + count);
            }
        }

        var at = 0;
        foreach (var pool in pools)
        {
            for (var i = 0; i < pool.Count; i++, at++)
            {
                place[level[at]] = (pool.Sum / pool.Weight) + offset[at];
            }
        }
    }
}
