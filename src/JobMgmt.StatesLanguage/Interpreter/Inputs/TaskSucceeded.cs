using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>A task ended well: the call was answered (request-response), the token was sent back, or the job that a <c>.sync</c> started succeeded.</summary>
public sealed record TaskSucceeded(DateTimeOffset At, long TaskId, JsonValue Output) : Input(At);
