namespace JobMgmt.StatesLanguage.Interpreter.Effects;

/// <summary>
/// Go on with a map run that ended without success: its execution was redriven. Child executions that succeeded stay as they are; what failed, timed out, was aborted or
/// never started is done (again). It is answered as a <see cref="StartMapRun"/> is.
/// </summary>
/// <param name="TaskId">Its new id in the execution.</param>
/// <param name="MapRunArn">The map run.</param>
public sealed record RedriveMapRun(long TaskId, string MapRunArn) : Effect;
