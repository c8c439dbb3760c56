namespace JobMgmt.Networks.Files;

/// <summary>One member in which two networks differ.</summary>
/// <param name="Job">The job; null where it is the network's own member.</param>
/// <param name="Field">The member: <c>ExecutionTimeout</c>, <c>Command line 3</c>, <c>Tag.role</c>; <c>Job</c> where one has the job and the other has not.</param>
/// <param name="Reference">What it is in the first; null: nothing.</param>
/// <param name="Difference">What it is in the second; null: nothing.</param>
public sealed record NetworkDifference(string? Job, string Field, string? Reference, string? Difference)
{
    /// <summary>The difference in an operator's words: <c>job 'load': ExecutionTimeout: 1h -> 2h</c>.</summary>
    public override string ToString()
    {
        var lead = Job is null ? "" : $"job '{Job}': ";
        return Field == "Job" ? $"{(Reference is null ? "+" : "-")} job '{Job}'"
            : Reference is null ? $"{lead}{Field}: + {Difference}"
            : Difference is null ? $"{lead}{Field}: - {Reference}"
            : $"{lead}{Field}: {Reference} -> {Difference}";
    }
}
