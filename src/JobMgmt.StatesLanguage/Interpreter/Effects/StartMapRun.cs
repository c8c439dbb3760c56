using JobMgmt.StatesLanguage.MapRuns;

namespace JobMgmt.StatesLanguage.Interpreter.Effects;

/// <summary>
/// Do a map run, and tell the execution how it ended: <see cref="Inputs.MapRunSucceeded"/> or <see cref="Inputs.MapRunFailed"/>. A
/// <see cref="CancelTask"/> with its id means that nobody waits for it any more: it is to be aborted, with its child executions.
/// </summary>
/// <param name="TaskId">Unique in the execution, among tasks too; a retry of the state is another map run with another id.</param>
/// <param name="Plan">What to do.</param>
public sealed record StartMapRun(long TaskId, MapRunPlan Plan) : Effect;
