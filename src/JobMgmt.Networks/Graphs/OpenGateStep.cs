namespace JobMgmt.Networks.Graphs;

/// <summary>Opens a gate: what comes before this in its sequence has ended.</summary>
/// <param name="Gate">The gate.</param>
public sealed record OpenGateStep(Gate Gate) : PlanStep;
