namespace JobMgmt.StatesLanguage.Interpreter.Effects;

/// <summary>Tell the execution <see cref="Inputs.TimerFired"/> when <paramref name="Due"/> has come.</summary>
/// <param name="TimerId">Unique in the execution.</param>
/// <param name="Due">The instant.</param>
public sealed record StartTimer(long TimerId, DateTimeOffset Due) : Effect;
