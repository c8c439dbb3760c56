using JobMgmt.StatesLanguage.Interpreter.Effects;

namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>What one input led to: everything here is committed together, or not at all.</summary>
/// <param name="Checkpoint">Where the execution stands now.</param>
/// <param name="Events">The new history events, in order.</param>
/// <param name="Effects">What it asks for, in order.</param>
/// <param name="Outcome">How it ended; null while it runs.</param>
public sealed record Step(Checkpoint Checkpoint, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<Effect> Effects, ExecutionOutcome? Outcome)
{
    /// <summary>Of an execution that ended without success: where it stood, for <see cref="Inputs.ExecutionRedrive"/> to go on from.</summary>
    public Checkpoint? Stopped { get; init; }
}
