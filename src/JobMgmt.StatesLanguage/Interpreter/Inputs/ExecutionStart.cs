using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>The first input of every execution.</summary>
/// <param name="At">The start time; it is <c>$$.Execution.StartTime</c> too.</param>
/// <param name="Facts">Names and ARNs, for the context object.</param>
/// <param name="Data">The execution's input.</param>
/// <param name="Seed">What States.UUID, States.MathRandom, jitter and task tokens are drawn from. It must be secret and unguessable: task tokens are keys.</param>
/// <param name="SeedHigh">64 bits more of it, so that guessing a token takes more than guessing 64 bits.</param>
public sealed record ExecutionStart(DateTimeOffset At, ExecutionFacts Facts, JsonValue Data, ulong Seed, ulong SeedHigh = 0) : Input(At)
{
    /// <summary>Seconds that an execution of its kind may take at most (EXPRESS: 300), whatever the definition allows; null for no limit.</summary>
    public long? MostSeconds { get; init; }
}
