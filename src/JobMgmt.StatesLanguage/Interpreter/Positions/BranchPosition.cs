using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.Positions;

/// <summary>Where one branch stands: the execution itself, a Parallel's branch, a Map's iteration. Changed in place within a step, copied between steps.</summary>
internal sealed class BranchPosition
{
    private State? _state;

    /// <summary>The branch whose Parallel or Map state this one belongs to; null for the execution itself.</summary>
    public BranchPosition? Parent { get; set; }

    /// <summary>Which of its siblings it is.</summary>
    public int Index { get; init; }

    /// <summary>Its states. Not stored: the definition tells them.</summary>
    public Branch Graph { get; set; } = null!;

    public required string StateName { get; set; }

    /// <summary>The raw input of the current state.</summary>
    public required JsonValue Input { get; set; }

    public required VariableScope Variables { get; set; }

    public BranchPhase Phase { get; set; }

    public long EnteredEventId { get; set; }

    public DateTimeOffset EnteredAt { get; set; }

    /// <summary>What the branch's next event points back at.</summary>
    public long LastEventId { get; set; }

    /// <summary>How often each of the state's retriers was used; null before the first.</summary>
    public int[]? RetryCounts { get; set; }

    /// <summary><c>$$.State.RetryCount</c>.</summary>
    public int RetryCount { get; set; }

    /// <summary>The timer of a Wait state or before a retry; 0 for none.</summary>
    public long TimerId { get; set; }

    public TaskPosition? Task { get; set; }

    public ChildrenPosition? Children { get; set; }

    /// <summary>The current state's map run: under way, or failed and kept for a redrive.</summary>
    public MapRunPosition? MapRun { get; set; }

    /// <summary>The current state.</summary>
    public State State => _state is { } state && state.Name == StateName ? state : _state = Graph.States[StateName];

    /// <summary>This branch and all within it.</summary>
    public IEnumerable<BranchPosition> All()
    {
        yield return this;
        foreach (var child in Children?.Branches ?? [])
        {
            if (child is not null)
            {
                foreach (var inner in child.All())
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>A deep copy; JSON values are shared.</summary>
    public BranchPosition Clone(BranchPosition? parent, Branch graph)
    {
        var copy = (BranchPosition)MemberwiseClone();
        copy.Parent = parent;
        copy.Graph = graph;
        copy.RetryCounts = (int[]?)RetryCounts?.Clone();
        copy.Task = Task?.Clone();
        copy.MapRun = MapRun?.Clone();
        copy.Children = Children?.Clone(child => child.Clone(copy, copy.GraphOf(child.Index)));
        return copy;
    }

    /// <summary>The states of the branch's own n-th branch.</summary>
    public Branch GraphOf(int index) => State switch
    {
        ParallelState parallel => parallel.Branches[index],
        MapState map => map.ItemProcessor,
        _ => throw new InvalidOperationException($"The state '{StateName}' has no branches."),
    };
}
