namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>A worker took the activity's task (GetActivityTask).</summary>
/// <param name="At">When.</param>
/// <param name="TaskId">The id of the <see cref="Effects.ScheduleTask"/>.</param>
/// <param name="WorkerName">The worker's name; null where it gave none.</param>
public sealed record ActivityTaskStarted(DateTimeOffset At, long TaskId, string? WorkerName) : Input(At);
