using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Coverage;

namespace JobMgmt.Cmdlets.JobNetworkCosts;

/// <summary>How far simulated runs have covered a network.</summary>
public sealed class JobNetworkCoverage
{
    private const int Whole = 100;

    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>How many runs were looked at.</summary>
    public int Runs { get; init; }

    /// <summary>How much has been seen.</summary>
    public int Covered => Jobs.Sum(job => job.Covered);

    /// <summary>How much there is to be seen: of each job what can become of it.</summary>
    public int Total => Jobs.Sum(job => job.Total);

    /// <summary>Covered of Total, 0 to 100.</summary>
    public double Percent => Total == 0 ? Whole : Math.Round((double)Whole * Covered / Total, 1);

    /// <summary>The same by job, and by Choice state of a network written by hand.</summary>
    public IReadOnlyList<CoveragePart> Jobs { get; init; } = [];

    /// <summary>What has not been seen, in words.</summary>
    public string[] Missing => Jobs.SelectMany(job => job.Missing).ToArray();

    /// <summary>That of each network of which there are runs.</summary>
    internal static IEnumerable<JobNetworkCoverage> Of(IEnumerable<SimulatedJobNetworkRun> simulated)
    {
        foreach (IGrouping<(string NetworkName, string Definition), SimulatedJobNetworkRun> runs in simulated.GroupBy(run => (run.NetworkName, run.Definition)))
        {
            var visits = new NetworkVisits();
            foreach (SimulatedJobNetworkRun run in runs)
            {
                visits.Add(run.Visits);
            }

            yield return new JobNetworkCoverage { NetworkName = runs.Key.NetworkName, Runs = runs.Count(), Jobs = NetworkCoverage.Of(runs.Key.Definition, visits) };
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{NetworkName}: {Covered} of {Total}";
}
