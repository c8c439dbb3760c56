using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter;

namespace JobMgmt.Runtime.Executions;

/// <summary>A running execution in memory: where it stands, and which of its tasks are awaited.</summary>
/// <param name="Record">Its row.</param>
/// <param name="Checkpoint">Where it stands.</param>
/// <param name="OpenTasks">The tasks that can still be answered.</param>
internal sealed record LiveExecution(ExecutionRecord Record, Checkpoint Checkpoint, HashSet<long> OpenTasks)
{
    /// <summary>Reads it from the store; its record alone, with no checkpoint to go on from, where it has ended; an empty record where nothing of it is kept (EXPRESS).</summary>
    public static LiveExecution Load(StoreConnection connection, long id)
    {
        var record = ExecutionStore.Find(connection, id)
            ?? new ExecutionRecord(id, "", "", "", "", 0, "ENDED", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "", null, null, null, null);
        return ExecutionStore.Checkpoint(connection, id) is { } text
            ? new LiveExecution(record, Checkpoint.Deserialize(text), [.. ExecutionTaskStore.Open(connection, id).Select(task => task.Task)])
            : new LiveExecution(record, Checkpoint.Initial, []);
    }
}
