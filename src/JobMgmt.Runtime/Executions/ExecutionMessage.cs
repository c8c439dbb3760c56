using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions;

/// <summary>Something for one execution's mailbox.</summary>
/// <param name="Input">The input, given the instant at which its turn has come.</param>
internal sealed record ExecutionMessage(Func<DateTimeOffset, Input> Input)
{
    /// <summary>The row of the inbox that it comes from; its step takes the row away.</summary>
    public long? StoredInput { get; init; }

    /// <summary>The task that it is about: when that is closed, <see cref="WhenTooLate"/> answers.</summary>
    public long? Task { get; init; }

    /// <summary>Whether the task is settled by it.</summary>
    public bool Settles { get; init; }

    /// <summary>The API call that is answered once the step is committed; null for what the runtime itself tells.</summary>
    public CallContext? Call { get; init; }

    /// <summary>The answer to that call.</summary>
    public Func<DateTimeOffset, JsonObject> Answer { get; init; } = _ => JsonObject.Empty;

    /// <summary>The answer, or the refusal, where the task or the execution has ended before its turn.</summary>
    public Func<ExecutionRecord, JsonObject> WhenTooLate { get; init; } = _ => JsonObject.Empty;

    /// <summary>Completes with the answer.</summary>
    public TaskCompletionSource<JsonObject> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
