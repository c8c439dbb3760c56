namespace JobMgmt.Networks.Graphs;

/// <summary>A part of a network's plan: how its jobs are placed in sequences and parallel branches.</summary>
public abstract record PlanStep;
