namespace JobMgmt.Networks.Graphs;

/// <summary>Branches side by side; it has ended when all have.</summary>
/// <param name="Branches">Two or more, none of them parallel itself.</param>
public sealed record ParallelStep(IReadOnlyList<PlanStep> Branches) : PlanStep;
