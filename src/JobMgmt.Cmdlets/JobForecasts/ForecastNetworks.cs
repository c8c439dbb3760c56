using JobMgmt.Cmdlets.JobNetworkTriggers;

namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>The networks whose runs have to be known to tell those that were asked for: these, and those after which they come.</summary>
/// <param name="Asked">The networks that were asked for and have triggers.</param>
/// <param name="Started">All of them that are started by a time or after another one.</param>
/// <param name="Times">Their triggers that are on and have times.</param>
/// <param name="Followers">Their triggers that are on and start after other networks, by these.</param>
internal sealed record ForecastNetworks(HashSet<string> Asked, IReadOnlyList<string> Started, IReadOnlyList<DeployedJobTrigger> Times, ILookup<string, DeployedJobTrigger> Followers)
{
    /// <summary>Finds them.</summary>
    /// <param name="asked">The triggers of the networks that were asked for.</param>
    /// <param name="all">All triggers there are among which these may have to wait for others.</param>
    public static ForecastNetworks Of(IReadOnlyList<DeployedJobTrigger> asked, IReadOnlyList<DeployedJobTrigger> all)
    {
        var names = new HashSet<string>(asked.Select(trigger => trigger.NetworkName), StringComparer.Ordinal);
        ILookup<string, DeployedJobTrigger> byNetwork = all.Where(trigger => trigger.Enabled).ToLookup(trigger => trigger.NetworkName, StringComparer.Ordinal);
        var open = new Queue<string>(names);
        while (open.Count > 0)
        {
            foreach (string before in byNetwork[open.Dequeue()].Select(trigger => trigger.Definition.After).OfType<string>().Where(names.Add))
            {
                open.Enqueue(before);
            }
        }

        DeployedJobTrigger[] known = names.SelectMany(name => byNetwork[name]).Where(trigger => trigger.Definition.IsTime || trigger.Definition.After is not null).ToArray();
        return new ForecastNetworks(
            new HashSet<string>(asked.Select(trigger => trigger.NetworkName), StringComparer.Ordinal), known.Select(trigger => trigger.NetworkName).Distinct(StringComparer.Ordinal).ToArray(), known.Where(trigger => trigger.Definition.IsTime).ToArray(),
            known.Where(trigger => trigger.Definition.After is not null).ToLookup(trigger => trigger.Definition.After!, StringComparer.Ordinal));
    }
}
