namespace JobMgmt.Networks.Coverage;

/// <summary>One thing that tests of a network ought to have seen.</summary>
/// <param name="Owner">The job's or the choice's name.</param>
/// <param name="IsChoice">Whether the owner is a Choice state of a network written by hand.</param>
/// <param name="Outcome">What becomes of the job (<see cref="JobOutcomes"/>); null where it is about a way.</param>
/// <param name="To">The state that follows; null where it is about an outcome.</param>
internal sealed record CoverageGoal(string Owner, bool IsChoice, string? Outcome, string? To)
{
    internal bool IsCovered(NetworkVisits visits) => Outcome is not null ? visits.Has(Owner, Outcome) : visits.Went(Owner, To!);

    /// <summary>What to say where it is not covered.</summary>
    internal string Missing => $"{(IsChoice ? "choice" : "job")} '{Owner}': {(Outcome is not null ? JobOutcomes.Never(Outcome) : $"never went to '{To}'")}";
}
