namespace JobMgmt.Networks.Coverage;

/// <summary>One thing that tests of a network ought to have seen.</summary>
/// <param name="Owner">The job's or the choice's name.</param>
/// <param name="IsChoice">Whether the owner is a Choice state of a network written by hand.</param>
/// <param name="Outcome">What becomes of the job (<see cref="JobOutcomes"/>); null where it is about a way.</param>
/// <param name="To">The state that follows; null where it is about an outcome.</param>
internal sealed record CoverageGoal(string Owner, bool IsChoice, string? Outcome, string? To)
{
    /// <summary>Outcomes of which one is enough, in place of <see cref="Outcome"/>.</summary>
    internal IReadOnlyList<string>? Either { get; init; }

    internal bool IsCovered(NetworkVisits visits) => Outcome is null ? visits.Went(Owner, To!) : (Either ?? new[] { Outcome }).Any(outcome => visits.Has(Owner, outcome));

    /// <summary>What to say where it is not covered.</summary>
    internal string Missing => $"{(IsChoice ? "choice" : "job")} '{Owner}': {(Outcome is not null ? JobOutcomes.Never(Outcome) : $"never went to '{To}'")}";
}
