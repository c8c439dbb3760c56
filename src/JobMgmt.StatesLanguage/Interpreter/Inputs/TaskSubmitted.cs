using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>The API call of a <c>.waitForTaskToken</c> or <c>.sync</c> task was accepted; the task goes on waiting for its end.</summary>
/// <param name="At">When.</param>
/// <param name="TaskId">The id of the <see cref="Effects.ScheduleTask"/>.</param>
/// <param name="Output">The API's answer, as TaskSubmitted's output shows it.</param>
public sealed record TaskSubmitted(DateTimeOffset At, long TaskId, JsonValue Output) : Input(At);
