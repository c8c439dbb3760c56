namespace JobMgmt.Networks.Graphs;

/// <summary>Waits until a gate is open.</summary>
/// <param name="Gate">The gate.</param>
public sealed record WaitGateStep(Gate Gate) : PlanStep;
