namespace JobMgmt.Networks.Pictures;

/// <summary>One line of a picture in lanes: a job, and what its line shows of the lines of others.</summary>
/// <param name="Job">The job's number.</param>
/// <param name="Lane">The lane that it stands in.</param>
/// <param name="Above">The lanes that come in from the line before, each with the job that it belongs to; null where a lane is free.</param>
/// <param name="Joined">The lanes that lead into this job.</param>
/// <param name="Below">The lanes that go on to the next line.</param>
public sealed record LaneRow(int Job, int Lane, IReadOnlyList<int?> Above, IReadOnlyCollection<int> Joined, IReadOnlyList<int?> Below)
{
    /// <summary>The leftmost lane that the job's own line reaches.</summary>
    public int First => Joined.Append(Lane).Min();

    /// <summary>The rightmost lane that the job's own line reaches.</summary>
    public int Last => Joined.Append(Lane).Max();

    /// <summary>Whether the job's own line passes over lanes that have nothing to do with it.</summary>
    public bool Crosses => Enumerable.Range(First, Last - First + 1).Any(lane => lane != Lane && !Joined.Contains(lane) && lane < Above.Count && Above[lane] is not null);
}
