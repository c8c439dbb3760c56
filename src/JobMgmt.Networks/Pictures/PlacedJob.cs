namespace JobMgmt.Networks.Pictures;

/// <summary>A job's place in a layered picture.</summary>
/// <param name="Job">Its number.</param>
/// <param name="Level">Its level, from 0 at the top.</param>
/// <param name="X">The middle, in the unit of the widths that the layout was given.</param>
/// <param name="Width">Its width.</param>
public sealed record PlacedJob(int Job, int Level, double X, double Width);
