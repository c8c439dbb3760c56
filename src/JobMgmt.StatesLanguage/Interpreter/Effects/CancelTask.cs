namespace JobMgmt.StatesLanguage.Interpreter.Effects;

/// <summary>
/// The task's answer is not awaited any more (timed out, its branch or the execution was aborted): its token is dead. What a <c>.sync</c> started is stopped where
/// AWS stops it; what a callback started goes on.
/// </summary>
/// <param name="TaskId">The id of the <see cref="ScheduleTask"/>.</param>
public sealed record CancelTask(long TaskId) : Effect;
