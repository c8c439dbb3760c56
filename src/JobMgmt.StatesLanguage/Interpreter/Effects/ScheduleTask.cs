using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Effects;

/// <summary>Call an integration once, and tell the execution how it went.</summary>
/// <param name="TaskId">Unique in the execution; a retry has a new one.</param>
/// <param name="Resource">The Task state's <c>Resource</c>, whole: <c>arn:aws:states:::states:startExecution.sync:2</c>.</param>
/// <param name="Parameters">The evaluated Parameters (or Arguments); the effective input where the state has none.</param>
/// <param name="TaskToken">For <c>.waitForTaskToken</c> and activities: the token that answers this attempt. Else null.</param>
/// <param name="StateName">The Task state's name: mocks are found by it.</param>
/// <param name="Attempt">0 for the first, then the retry count.</param>
public sealed record ScheduleTask(long TaskId, string Resource, JsonValue Parameters, string? TaskToken, string StateName, int Attempt) : Effect;
