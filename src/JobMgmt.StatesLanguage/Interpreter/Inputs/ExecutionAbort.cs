namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>StopExecution was called.</summary>
public sealed record ExecutionAbort(DateTimeOffset At, string? Error, string? Cause) : Input(At);
