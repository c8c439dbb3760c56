namespace JobMgmt.Networks.Graphs;

/// <summary>
/// Places the jobs of any acyclic graph into sequences and parallel branches so that each starts as soon as all that it comes after have ended, and none waits for more.
/// A series-parallel graph needs no more than that. For the rest there are gates: where one branch has to wait for a part of another one.
/// </summary>
public sealed class NetworkPlan
{
    private readonly JobGraph _graph;
    private readonly List<Gate> _gates = new();

    private NetworkPlan(JobGraph graph)
    {
        _graph = graph;
        Root = Place(NodeSet.All(graph.Count));
    }

    /// <summary>The whole.</summary>
    public PlanStep Root { get; }

    /// <summary>The gates; none where the graph is series-parallel.</summary>
    public IReadOnlyList<Gate> Gates => _gates;

    /// <summary>Plans a graph of at least one job. The same graph always gives the same plan.</summary>
    public static NetworkPlan Of(JobGraph graph) => new(graph);

    private PlanStep Place(NodeSet jobs)
    {
        var first = jobs.Nodes().First();
        if (!jobs.Nodes().Skip(1).Any())
        {
            return new JobStep(first);
        }

        var independent = Parts(jobs, (job, others) => others.And(Related(job)));
        if (independent.Count > 1)
        {
            return new ParallelStep(independent.Select(Place).SelectMany(part => part is ParallelStep chains ? chains.Branches : new[] { part }).ToArray());
        }

        var ordered = Parts(jobs, (job, others) => others.Except(Related(job)));
        return ordered.Count > 1 ? InSequence(ordered) : InChains(jobs);
    }

    private NodeSet Related(int job)
    {
        var related = _graph.Before(job).Clone();
        related.AddAll(_graph.After(job));
        return related;
    }

    /// <summary>The parts of a set that nothing links, given what links a job to others.</summary>
    private List<NodeSet> Parts(NodeSet jobs, Func<int, NodeSet, NodeSet> linked)
    {
        var parts = new List<NodeSet>();
        var left = jobs.Clone();
        while (!left.IsEmpty)
        {
            var part = new NodeSet(_graph.Count);
            var open = new Stack<int>();
            open.Push(left.Nodes().First());
            part.Add(open.Peek());
            while (open.Count > 0)
            {
                foreach (var other in linked(open.Pop(), left.Except(part)).Nodes())
                {
                    part.Add(other);
                    open.Push(other);
                }
            }

            parts.Add(part);
            left = left.Except(part);
        }

        return parts;
    }

    /// <summary>Every job of one part is before or after every job of another: any two jobs tell the order.</summary>
    private SequenceStep InSequence(List<NodeSet> parts) => new(parts
        .OrderBy(part => _graph.Before(part.Nodes().First()).Nodes().Count())
        .Select(Place).ToArray());

    /// <summary>Neither: the parts that can be are planned by themselves, and chains of them run side by side, with gates between them.</summary>
    private ParallelStep InChains(NodeSet jobs)
    {
        var modules = ModulePartition.Of(_graph, jobs);
        var heads = modules.Select(module => module.Nodes().First()).ToArray();
        var successors = heads.Select((head, i) => (IReadOnlyList<int>)Enumerable.Range(0, heads.Length).Where(j =>
            _graph.IsBefore(head, heads[j]) && !heads.Any(between => _graph.IsBefore(head, between) && _graph.IsBefore(between, heads[j]))).ToArray()).ToArray();
        var chains = ChainCover.Of(successors);
        var previous = new int[heads.Length];
        foreach (var chain in chains)
        {
            for (var i = 0; i < chain.Count; i++)
            {
                previous[chain[i]] = i == 0 ? -1 : chain[i - 1];
            }
        }

        var gates = new Gate?[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            if (successors[i].Any(successor => previous[successor] != i))
            {
                gates[i] = new Gate(_gates.Count, Last(modules[i]));
                _gates.Add(gates[i]!);
            }
        }

        return new ParallelStep(chains.Select(chain => Chain(chain, modules, successors, previous, gates)).ToArray());
    }

    private PlanStep Chain(List<int> chain, List<NodeSet> modules, IReadOnlyList<int>[] successors, int[] previous, Gate?[] gates)
    {
        var steps = new List<PlanStep>();
        foreach (var module in chain)
        {
            steps.AddRange(Enumerable.Range(0, modules.Count)
                .Where(other => previous[module] != other && successors[other].Contains(module))
                .Select(other => new WaitGateStep(gates[other]!)));
            var placed = Place(modules[module]);
            if (placed is SequenceStep sequence)
            {
                steps.AddRange(sequence.Steps);
            }
            else
            {
                steps.Add(placed);
            }

            if (gates[module] is { } gate)
            {
                steps.Add(new OpenGateStep(gate));
            }
        }

        return steps.Count == 1 ? steps[0] : new SequenceStep(steps);
    }

    /// <summary>The jobs of a part after which none of it comes.</summary>
    private int[] Last(NodeSet part) => part.Nodes().Where(job => !_graph.After(job).Overlaps(part)).ToArray();
}
