namespace JobMgmt.Networks.Graphs;

/// <summary>One job.</summary>
/// <param name="Job">Its number in the network's list.</param>
public sealed record JobStep(int Job) : PlanStep;
