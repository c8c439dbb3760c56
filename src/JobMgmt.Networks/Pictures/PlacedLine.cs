namespace JobMgmt.Networks.Pictures;

/// <summary>A line from a job to one that comes after it.</summary>
/// <param name="From">The job that comes first.</param>
/// <param name="To">The job that comes after it.</param>
/// <param name="X">Where it passes each level, from that of the first job to that of the second.</param>
public sealed record PlacedLine(int From, int To, IReadOnlyList<double> X);
