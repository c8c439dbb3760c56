using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.Testing;

/// <summary>A state to be tested alone, and what surrounds it.</summary>
/// <param name="Graph">The states that it is one of.</param>
/// <param name="StateName">Its name.</param>
/// <param name="Start">The execution that it seems to be in; its data is the state's input.</param>
/// <param name="Variables">The variables that it sees.</param>
/// <param name="Context">The context object that it sees; null: one that fits.</param>
/// <param name="RetryCount">How often each of its retriers was used.</param>
/// <param name="FailedIterations">How many iterations of a Map failed.</param>
/// <param name="IsMocked">Whether its result or error is given, in the place of its work.</param>
public sealed record StateTestSetup(
    Branch Graph, string StateName, ExecutionStart Start, JsonObject Variables, JsonObject? Context, int RetryCount, int FailedIterations, bool IsMocked)
{
    /// <summary>What a distributed Map's ItemReader reads, as it is in the file; null: nothing is read.</summary>
    public string? MapItemReaderData { get; init; }

    /// <summary>Whether it is one of a Map's states: its context object has an item then, the input as the first one.</summary>
    public bool IsInMap { get; init; }
}
