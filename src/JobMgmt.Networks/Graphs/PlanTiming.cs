namespace JobMgmt.Networks.Graphs;

/// <summary>When each job of a plan starts and ends, given how long each takes: what the plan costs in time against the graph itself.</summary>
public sealed class PlanTiming
{
    private readonly IReadOnlyList<double> _durations;
    private readonly double[] _starts;
    private readonly Dictionary<int, double> _open = new();
    private int _waiting;

    private PlanTiming(NetworkPlan plan, IReadOnlyList<double> durations)
    {
        _durations = durations;
        _starts = new double[durations.Count];
        do
        {
            // A gate may be behind a branch that is looked at later: look again until every gate was open when it was waited for.
            _waiting = 0;
            End = Run(plan.Root, 0);
        }
        while (_waiting > 0);
    }

    /// <summary>When the plan has ended.</summary>
    public double End { get; }

    /// <summary>When each job starts.</summary>
    public IReadOnlyList<double> Starts => _starts;

    /// <summary>The timing of a plan; starting a job takes no time by itself.</summary>
    public static PlanTiming Of(NetworkPlan plan, IReadOnlyList<double> durations) => new(plan, durations);

    /// <summary>When each job could start at the earliest.</summary>
    public static IReadOnlyList<double> Earliest(JobGraph graph, IReadOnlyList<double> durations)
    {
        var starts = new double[graph.Count];
        foreach (var job in Enumerable.Range(0, graph.Count).OrderBy(job => graph.Before(job).Nodes().Count()))
        {
            starts[job] = graph.Predecessors[job].Select(one => starts[one] + durations[one]).DefaultIfEmpty(0).Max();
        }

        return starts;
    }

    private double Run(PlanStep step, double at)
    {
        switch (step)
        {
            case JobStep job:
                _starts[job.Job] = at;
                return at + _durations[job.Job];
            case SequenceStep sequence:
                return sequence.Steps.Aggregate(at, (time, one) => Run(one, time));
            case ParallelStep parallel:
                return parallel.Branches.Max(branch => Run(branch, at));
            case OpenGateStep open:
                if (!_open.TryGetValue(open.Gate.Id, out var known) || known < at)
                {
                    _open[open.Gate.Id] = at;
                    _waiting++;
                }

                return at;
            case WaitGateStep wait:
                return _open.TryGetValue(wait.Gate.Id, out var opened) ? Math.Max(at, opened) : at;
            default:
                throw new InvalidOperationException($"The step {step.GetType().Name} is not known.");
        }
    }
}
