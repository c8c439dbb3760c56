using System.Globalization;
using JobMgmt.Networks.Graphs;

namespace JobMgmt.Bench.Graphs;

/// <summary>
/// What it costs to run graphs of jobs as state machines, over random ones: the makespan of the plan against the graph's critical path, beside that of the plain way (one Parallel
/// state a level), and the state transitions of a run.
/// </summary>
internal static class GraphBench
{
    private const int Seed = 20261125;

    public static void Run(int graphs, TextWriter table)
    {
        var random = new Random(Seed);
        var (loss, levels, gates, transitions) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var seriesParallel = 0;
        for (var i = 0; i < graphs; i++)
        {
            var (after, durations) = RandomGraphs.Next(random);
            var graph = JobGraph.Create(after);
            var plan = NetworkPlan.Of(graph);
            var critical = PlanTiming.Earliest(graph, durations).Zip(durations, (start, duration) => start + duration).Max();
            loss.Add(100 * ((PlanTiming.Of(plan, durations).End / critical) - 1));
            levels.Add(100 * ((ByLevels(graph, durations) / critical) - 1));
            gates.Add((double)plan.Gates.Count / graph.Count);
            transitions.Add((double)PlanCost.Of(plan).Most / graph.Count);
            seriesParallel += plan.Gates.Count == 0 ? 1 : 0;
        }

        table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{graphs} graphs of 3 to 60 jobs, {100.0 * seriesParallel / graphs:0.#} % of them series-parallel (seed {Seed})"));
        table.WriteLine();
        table.WriteLine("| over all graphs | mean | p50 | p95 | max |");
        table.WriteLine("|---|--:|--:|--:|--:|");
        Row(table, "makespan over the critical path, %", loss);
        Row(table, "the same with a Parallel state a level, %", levels);
        Row(table, "gates a job", gates);
        Row(table, "state transitions a job, at most", transitions);
    }

    /// <summary>The plain way: a job runs when all of the level before its own have ended.</summary>
    private static double ByLevels(JobGraph graph, double[] durations)
    {
        var level = new int[graph.Count];
        foreach (var job in Enumerable.Range(0, graph.Count).OrderBy(job => Enumerable.Range(0, graph.Count).Count(other => graph.IsBefore(other, job))))
        {
            level[job] = graph.Predecessors[job].Select(one => level[one] + 1).DefaultIfEmpty(0).Max();
        }

        return Enumerable.Range(0, graph.Count).GroupBy(job => level[job]).Sum(jobs => jobs.Max(job => durations[job]));
    }

    private static void Row(TextWriter table, string name, List<double> values)
    {
        values.Sort();
        double At(double share) => values[(int)Math.Min(values.Count - 1, share * values.Count)];
        table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {values.Average():0.##} | {At(0.5):0.##} | {At(0.95):0.##} | {values[^1]:0.##} |"));
    }
}
