namespace JobMgmt.Networks.Checks;

/// <summary>What a check of a definition found.</summary>
/// <param name="Findings">All findings, in the order of the text.</param>
/// <param name="IsNetwork">Whether it runs jobs, so that the rules of job networks were applied; any other machine is only validated as AWS does.</param>
/// <param name="Scripts">The scripts of its jobs, as far as they are written out.</param>
public sealed record NetworkCheck(IReadOnlyList<NetworkFinding> Findings, bool IsNetwork, IReadOnlyList<JobScript> Scripts)
{
    /// <summary>The definition's text.</summary>
    internal string Text { get; init; } = "";

    internal CheckedScope? Machine { get; init; }

    /// <summary>The same check with further findings, put in their places.</summary>
    public NetworkCheck With(IEnumerable<NetworkFinding> further) => this with { Findings = NetworkChecker.Place(Text, Machine, Findings.Concat(further).ToArray()) };
}
