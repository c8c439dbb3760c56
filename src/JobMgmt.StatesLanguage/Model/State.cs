using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>One state of a state machine. What can be parsed is parsed: nothing is left to parse when it runs.</summary>
public abstract record State
{
    /// <summary>The state's name, unique in its state machine.</summary>
    public required string Name { get; init; }

    /// <summary>The state as it was written, fields that we do not know included.</summary>
    public required JsonObject Source { get; init; }

    /// <summary>ASL's <c>Type</c>: <c>Task</c>, <c>Pass</c>…; history event types start with it.</summary>
    public abstract string Type { get; }

    /// <summary>What its expressions are written in.</summary>
    public QueryLanguage QueryLanguage { get; init; }
}
