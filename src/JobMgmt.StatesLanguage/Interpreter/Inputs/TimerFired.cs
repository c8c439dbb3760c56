namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>A timer that a <see cref="Effects.StartTimer"/> asked for is due. One that was cancelled or fired already changes nothing.</summary>
public sealed record TimerFired(DateTimeOffset At, long TimerId) : Input(At);
