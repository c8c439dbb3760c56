namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>SendTaskHeartbeat was called for a waiting task.</summary>
public sealed record TaskHeartbeat(DateTimeOffset At, long TaskId) : Input(At);
