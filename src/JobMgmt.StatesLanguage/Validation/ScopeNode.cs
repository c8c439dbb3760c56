using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>A container of states as it was written (state machine, Parallel branch, Map item processor), and where.</summary>
internal sealed class ScopeNode
{
    private readonly ScopeNode? _outer;

    public ScopeNode(JsonObject body, string location, bool isRoot, JsonObject machine, ScopeNode? outer = null)
    {
        _outer = outer;
        Body = body;
        Location = location;
        IsRoot = isRoot;
        Machine = machine;
        States = body["States"] is JsonObject states
            ? states.Where(member => member.Value is JsonObject)
                .Select(member => new StateNode(member.Key, (JsonObject)member.Value, At($"States/{member.Key}"), this)).ToArray()
            : [];
    }

    public JsonObject Body { get; }

    public string Location { get; }

    public bool IsRoot { get; }

    public JsonObject Machine { get; }

    public IReadOnlyList<StateNode> States { get; }

    /// <summary>The scope's own place as diagnostics write it: the root is <c>/</c>.</summary>
    public string Place => IsRoot ? "/" : Location;

    /// <summary>Whether its states run in the EXPRESS child executions of a distributed Map.</summary>
    public bool IsExpress => (Body["ProcessorConfig"] as JsonObject)?["ExecutionType"] is JsonString { Value: "EXPRESS" } || _outer is { IsExpress: true };

    public string At(string field) => $"{Location}/{field}";

    /// <summary>This scope and all within it, outermost first.</summary>
    public IEnumerable<ScopeNode> All()
    {
        yield return this;
        foreach (var state in States)
        {
            foreach (var scope in Inner(state).SelectMany(inner => inner.All()))
            {
                yield return scope;
            }
        }
    }

    /// <summary>The scopes around this one, innermost first.</summary>
    public IEnumerable<ScopeNode> Outer()
    {
        for (var scope = _outer; scope is not null; scope = scope._outer)
        {
            yield return scope;
        }
    }

    private IEnumerable<ScopeNode> Inner(StateNode state)
    {
        if (state.Type == "Parallel" && state.Body["Branches"] is JsonArray branches)
        {
            for (var i = 0; i < branches.Count; i++)
            {
                if (branches[i] is JsonObject branch)
                {
                    yield return new ScopeNode(branch, state.At($"Branches[{i}]"), false, Machine, this);
                }
            }
        }

        foreach (var field in state.Type == "Map" ? new[] { "ItemProcessor", "Iterator" } : [])
        {
            if (state.Body[field] is JsonObject processor)
            {
                yield return new ScopeNode(processor, state.At(field), false, Machine, this);
            }
        }
    }
}
