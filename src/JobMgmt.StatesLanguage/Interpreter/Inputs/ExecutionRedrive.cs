namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>RedriveExecution was called: the execution goes on from where it stood when it ended without success (<see cref="Step.Stopped"/>).</summary>
/// <param name="At">When.</param>
/// <param name="Count">Which redrive it is, from 1; <c>$$.Execution.RedriveCount</c>.</param>
public sealed record ExecutionRedrive(DateTimeOffset At, long Count) : Input(At);
