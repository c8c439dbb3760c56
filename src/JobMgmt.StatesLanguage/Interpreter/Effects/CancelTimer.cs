namespace JobMgmt.StatesLanguage.Interpreter.Effects;

/// <summary>The timer is not wanted any more.</summary>
public sealed record CancelTimer(long TimerId) : Effect;
