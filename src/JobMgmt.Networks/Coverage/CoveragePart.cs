namespace JobMgmt.Networks.Coverage;

/// <summary>How far tests have covered one job, or one Choice of a network written by hand.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Covered">How much of it has been seen.</param>
/// <param name="Total">How much there is to be seen.</param>
/// <param name="Missing">What has not been seen, in words.</param>
public sealed record CoveragePart(string Name, int Covered, int Total, IReadOnlyList<string> Missing)
{
    /// <summary>How much is covered.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Covered}/{Total}");
}
