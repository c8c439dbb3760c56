using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>A plan as states: a sequence is Next, what is side by side is a Parallel state.</summary>
internal sealed class PlanStates
{
    private readonly JobNetwork _network;
    private readonly JobGraph _graph;
    private readonly JobStates _jobs;
    private readonly GateStates _gates;
    private readonly IReadOnlyList<IReadOnlyList<int>> _order;
    private readonly Dictionary<int, int> _waits = new();
    private readonly NetworkAsks _asks;
    private int _parallels;
    private int _branches;

    internal PlanStates(JobNetwork network, JobGraph graph, NetworkPlan plan, RunJobStackNames names, RunJobStackOptions options)
    {
        _network = network;
        _graph = graph;
        _jobs = new JobStates(network, names, options, plan.Gates.Count > 0);
        _gates = new GateStates(names);
        _order = network.Order();
        _asks = new NetworkAsks(network);
    }

    /// <summary>The states of a step; the first of them is where it begins.</summary>
    internal IReadOnlyList<KeyValuePair<string, JsonValue>> Build(PlanStep step, string next) => step switch
    {
        JobStep job => _jobs.Build(job.Job, Names(_order[job.Job]), _graph.IsLast(job.Job), next).ToArray(),
        SequenceStep sequence => Sequence(sequence, next),
        ParallelStep parallel => new[] { Parallel(parallel, next) },
        OpenGateStep open => _gates.Open(open.Gate, Told(open.Gate).Select(job => (_network.Jobs[job].Name, _asks.Of(_network.Jobs[job].Name))).ToArray(), next).ToArray(),
        WaitGateStep wait => _gates.Wait(wait.Gate, _waits[wait.Gate.Id] = (_waits.TryGetValue(wait.Gate.Id, out var waits) ? waits : 0) + 1, next).ToArray(),
        _ => throw new InvalidOperationException($"The step {step.GetType().Name} is not known."),
    };

    private string[] Names(IEnumerable<int> jobs) => jobs.Select(job => _network.Jobs[job].Name).ToArray();

    /// <summary>
    /// The jobs that those behind a gate ask about: the gate's own, and earlier ones that a job, or an expression of it, names although they follow from others. That such a one has failed
    /// need not show in those between, which may run on failure.
    /// </summary>
    private IEnumerable<int> Told(Gate gate) => gate.Jobs.Union(
        from job in Enumerable.Range(0, _graph.Count)
        where gate.Jobs.Any(own => _graph.IsBefore(own, job))
        from one in _order[job].Except(_graph.Predecessors[job]).Union(_asks.AskedBy[job])
        where gate.Jobs.Any(own => _graph.IsBefore(one, own))
        select one);

    // From the end: each step has to know where it goes on.
    private List<KeyValuePair<string, JsonValue>> Sequence(SequenceStep sequence, string next)
    {
        var states = new List<KeyValuePair<string, JsonValue>>();
        foreach (var step in sequence.Steps.Reverse())
        {
            states.InsertRange(0, Build(step, next));
            next = states[0].Key;
        }

        return states;
    }

    private KeyValuePair<string, JsonValue> Parallel(ParallelStep parallel, string next)
    {
        var name = NetworkStateNames.Parallel(++_parallels);
        var branches = parallel.Branches.Select(Branch).ToArray();
        return Asl.State(name, JsonObject.Of(
            ("Type", "Parallel"),
            ("Branches", new JsonArray(branches)),
            ("Output", JsonataText.Expression("{\"Jobs\": $merge($states.result.Jobs), \"Seen\": $states.input.Seen}")),
            ("Next", next)));
    }

    private JsonValue Branch(PlanStep step)
    {
        var end = NetworkStateNames.BranchEnd(++_branches);
        var states = Build(step, end);
        return JsonObject.Of(
            ("StartAt", states[0].Key),
            ("States", new JsonObject(states.Append(Asl.State(end, JsonObject.Of(("Type", "Succeed")))))));
    }
}
