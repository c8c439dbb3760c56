using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Testing;

/// <summary>Watches one state while it runs alone (TestState), and keeps what it sees. What runs is the interpreter itself, not a copy of it.</summary>
internal sealed class StateTrace
{
    private readonly List<KeyValuePair<string, JsonValue>> _seen = [];

    /// <summary>The context object that the caller gave in the place of the real one; null: none.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>The item of the Map that the state is in; null outside of Maps.</summary>
    public JsonObject? MapItem { get; init; }

    /// <summary>The state was left; the state after it is not entered.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>Its output.</summary>
    public JsonValue? Output { get; private set; }

    /// <summary>The state that would follow.</summary>
    public string? Next { get; private set; }

    /// <summary>The error that the state ended with, whatever became of it.</summary>
    public Errors.StateError? Error { get; set; }

    public int? CatchIndex { get; set; }

    public int? RetryIndex { get; set; }

    /// <summary>The time before the next attempt; null where there is none.</summary>
    public TimeSpan? RetryDelay { get; set; }

    /// <summary>What was seen, by the names of TestState's inspection data.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonValue>> Seen => _seen;

    /// <summary>Notes a value; one that is noted again, as when data is read twice, is the same.</summary>
    public void See(string name, JsonValue value)
    {
        if (!_seen.Exists(item => item.Key == name))
        {
            _seen.Add(new KeyValuePair<string, JsonValue>(name, value));
        }
    }

    /// <summary>The branch has left the state.</summary>
    public void Leave(BranchPosition branch, JsonValue output, string? next)
    {
        (HasLeft, Output, Next) = (true, output, next);
        if (branch.Variables.Count > 0)
        {
            See("variables", branch.Variables.Values);
        }
    }
}
