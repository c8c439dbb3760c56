using CsCheck;

namespace JobMgmt.Networks.Tests.Graphs;

/// <summary>Orders of jobs to try plans with: for each job the ones that it comes after.</summary>
internal static class RandomGraph
{
    /// <summary>Any acyclic order of so many jobs, numbered out of order so that nothing can rely on it, with durations.</summary>
    public static Gen<(IReadOnlyList<int>[] After, double[] Durations)> Any(int least, int most) =>
        from count in Gen.Int[least, most]
        from density in Gen.Double[0.02, 0.6]
        from edges in Gen.Double[0, 1].Array[count * count]
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from durations in Gen.Double[0, 100].Array[count]
        select (After(order, (i, j) => edges[(i * count) + j] < density), durations);

    /// <summary>A series-parallel order: parts one after the other or side by side, over and over.</summary>
    public static Gen<IReadOnlyList<int>[]> SeriesParallel(int most) =>
        from count in Gen.Int[1, most]
        from choices in Gen.Int[0, 1000].Array[2 * count]
        select SeriesParallel(count, choices);

    private static IReadOnlyList<int>[] After(int[] order, Func<int, int, bool> isBefore)
    {
        var after = new IReadOnlyList<int>[order.Length];
        for (var j = 0; j < order.Length; j++)
        {
            after[order[j]] = Enumerable.Range(0, j).Where(i => isBefore(i, j)).Select(i => order[i]).ToArray();
        }

        return after;
    }

    private static IReadOnlyList<int>[] SeriesParallel(int count, int[] choices)
    {
        var after = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        var at = 0;
        Split(0, count);
        return after;

        void Split(int from, int to)
        {
            if (to - from <= 1)
            {
                return;
            }

            var middle = from + 1 + (choices[at++ % choices.Length] % (to - from - 1));
            Split(from, middle);
            Split(middle, to);
            if (choices[at++ % choices.Length] % 2 == 0)
            {
                for (var job = middle; job < to; job++)
                {
                    after[job].AddRange(Enumerable.Range(from, middle - from));
                }
            }
        }
    }
}
