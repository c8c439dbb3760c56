namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>A task took too long, by somebody else's clock than the execution's own timers: a mock says so. It is recorded as when a timer says it.</summary>
/// <param name="At">When.</param>
/// <param name="TaskId">The id of the <see cref="Effects.ScheduleTask"/>.</param>
/// <param name="IsHeartbeat">A heartbeat did not come: what catches <c>States.HeartbeatTimeout</c> catches it too.</param>
/// <param name="Cause">The cause; null where there is none, as with a timer.</param>
public sealed record TaskTimedOut(DateTimeOffset At, long TaskId, bool IsHeartbeat, string? Cause) : Input(At);
