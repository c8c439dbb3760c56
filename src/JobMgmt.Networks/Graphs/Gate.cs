namespace JobMgmt.Networks.Graphs;

/// <summary>Lets one branch wait for a part of another one: what no nesting of sequences and parallels can say without making a job wait for more than it has to.</summary>
/// <param name="Id">Its number in the plan, from 0.</param>
/// <param name="Jobs">The jobs whose end opens it: the last ones of the part that it stands behind.</param>
public sealed record Gate(int Id, IReadOnlyList<int> Jobs);
