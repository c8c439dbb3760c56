namespace JobMgmt.Networks.Graphs;

/// <summary>Steps one after the other.</summary>
/// <param name="Steps">Two or more, none of them a sequence itself.</param>
public sealed record SequenceStep(IReadOnlyList<PlanStep> Steps) : PlanStep;
