namespace JobMgmt.Bench.Graphs;

/// <summary>Acyclic graphs of jobs as networks have them, by seed: sparse and dense ones, in layers and without.</summary>
internal static class RandomGraphs
{
    private const int Least = 3;
    private const int Most = 60;

    /// <summary>A graph and how long its jobs take.</summary>
    public static (IReadOnlyList<int>[] After, double[] Durations) Next(Random random)
    {
        var count = random.Next(Least, Most + 1);
        var after = random.Next(2) == 0 ? Loose(random, count) : Layered(random, count);
        return (after, Enumerable.Range(0, count).Select(_ => 1 + (random.NextDouble() * 99)).ToArray());
    }

    /// <summary>Each pair is linked with the same probability.</summary>
    private static IReadOnlyList<int>[] Loose(Random random, int count)
    {
        var density = 0.02 + (random.NextDouble() * 0.3);
        return [.. Enumerable.Range(0, count).Select(job => (IReadOnlyList<int>)[.. Enumerable.Range(0, job).Where(_ => random.NextDouble() < density)])];
    }

    /// <summary>Each job comes after one to three of the few before it.</summary>
    private static IReadOnlyList<int>[] Layered(Random random, int count)
    {
        var width = random.Next(2, 9);
        return [.. Enumerable.Range(0, count).Select(job =>
            (IReadOnlyList<int>)(job < width ? [] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(Math.Max(0, job - (2 * width)), job)).Distinct()]))];
    }
}
