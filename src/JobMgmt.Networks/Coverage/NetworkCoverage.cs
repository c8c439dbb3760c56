using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Coverage;

/// <summary>How far runs have covered a network: each outcome of each job, and each way out of the Choice states of a network written by hand.</summary>
public static class NetworkCoverage
{
    /// <summary>Measures it, job by job in the definition's order.</summary>
    /// <param name="definition">The network's definition.</param>
    /// <param name="visits">Where the runs have been.</param>
    public static IReadOnlyList<CoveragePart> Of(string definition, NetworkVisits visits) =>
        CoverageGoals.Of((JsonObject)JsonValue.Parse(definition))
            .GroupBy(goal => goal.Owner, StringComparer.Ordinal)
            .Select(goals => new CoveragePart(
                goals.Key,
                goals.Count(goal => goal.IsCovered(visits)),
                goals.Count(),
                goals.Where(goal => !goal.IsCovered(visits)).Select(goal => goal.Missing).ToArray()))
            .ToArray();
}
