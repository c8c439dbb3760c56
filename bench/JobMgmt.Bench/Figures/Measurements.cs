namespace JobMgmt.Bench.Figures;

/// <summary>What was measured on one server.</summary>
internal sealed class Measurements
{
    private readonly Dictionary<Figure, List<double>> _values = [];

    /// <summary>A value of one run.</summary>
    public void Add(Figure figure, double value)
    {
        if (!_values.TryGetValue(figure, out var values))
        {
            _values.Add(figure, values = []);
        }

        values.Add(value);
        values.Sort();
    }

    /// <summary>A percentile of latencies, in milliseconds.</summary>
    public void AddPercentile(Figure figure, IEnumerable<TimeSpan> latencies, int percent)
    {
        var sorted = latencies.Order().ToArray();
        Add(figure, sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)].TotalMilliseconds);
    }

    /// <summary>A workload went wrong: what it measured does not count.</summary>
    public void Forget(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            _values.Remove(figure);
        }
    }

    /// <summary>The values over runs, ascending; empty where there are none.</summary>
    public IReadOnlyList<double> Values(Figure figure) => _values.GetValueOrDefault(figure, []);

    public double? Median(Figure figure) => Values(figure) is { Count: > 0 } values ? (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2 : null;
}
