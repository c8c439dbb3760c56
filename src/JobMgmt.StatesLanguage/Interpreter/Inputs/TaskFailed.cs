namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>A task ended with an error: the call was refused, SendTaskFailure was called, or the job that a <c>.sync</c> started failed.</summary>
/// <param name="At">When.</param>
/// <param name="TaskId">The id of the <see cref="Effects.ScheduleTask"/>.</param>
/// <param name="Error">The error name; null where SendTaskFailure gave none.</param>
/// <param name="Cause">The cause; null where SendTaskFailure gave none.</param>
/// <param name="WasSubmitted">
/// False where the API call itself was refused (the event is TaskFailed, or TaskSubmitFailed for <c>.sync</c> and <c>.waitForTaskToken</c>); true where what it started failed.
/// </param>
public sealed record TaskFailed(DateTimeOffset At, long TaskId, string? Error, string? Cause, bool WasSubmitted) : Input(At);
