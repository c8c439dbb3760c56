using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>One event of an execution's history, as GetExecutionHistory answers it.</summary>
/// <param name="Id">1, 2, 3… without gaps.</param>
/// <param name="PreviousEventId">The event that led to it; 0 for the first two.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Type">AWS's HistoryEventType: <c>TaskStateEntered</c>…</param>
/// <param name="Details">The members of its details structure; null where AWS sends none. <see cref="HistoryEventDetails"/> tells the structure's member name.</param>
public sealed record HistoryEvent(long Id, long PreviousEventId, DateTimeOffset Timestamp, string Type, JsonObject? Details);
