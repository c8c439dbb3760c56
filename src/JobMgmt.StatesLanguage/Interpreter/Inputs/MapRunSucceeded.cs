using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>A map run ended well.</summary>
/// <param name="At">When.</param>
/// <param name="TaskId">The id of the <see cref="Effects.StartMapRun"/>.</param>
/// <param name="Result">The child executions' outputs, or where they are (see <see cref="MapRuns.Results.MapRunResults"/>).</param>
public sealed record MapRunSucceeded(DateTimeOffset At, long TaskId, JsonValue Result) : Input(At);
