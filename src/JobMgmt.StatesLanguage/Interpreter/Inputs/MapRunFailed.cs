namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>A map run failed: items could not be read, too many of them failed, or results could not be written.</summary>
/// <param name="At">When.</param>
/// <param name="TaskId">The id of the <see cref="Effects.StartMapRun"/>.</param>
/// <param name="Error">The error name: <c>States.ItemReaderFailed</c>, <c>States.ExceedToleratedFailureThreshold</c>…</param>
/// <param name="Cause">The cause.</param>
public sealed record MapRunFailed(DateTimeOffset At, long TaskId, string Error, string? Cause) : Input(At);
