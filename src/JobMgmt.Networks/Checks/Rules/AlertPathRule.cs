namespace JobMgmt.Networks.Checks.Rules;

/// <summary>
/// A job that fails raises an alert: whatever it fails with is caught, and the way from there leads through a state that sends one. Where a Choice decides, one of its
/// ways has to: which errors are worth an alert is the author's to say.
/// </summary>
internal sealed class AlertPathRule : INetworkRule
{
    private const int MaxNamed = 6;

    public void Check(CheckedScope machine, FindingList findings)
    {
        foreach (var job in machine.All().Where(state => state.IsJob))
        {
            foreach (var (location, way) in new AlertWalk(job).QuietWays())
            {
                findings.Warning(NetworkCodes.JobWithoutAlert, location, Tell(job.Name, way));
            }
        }
    }

    private static string Tell(string job, IReadOnlyList<string> way)
    {
        const string mend = "Lead the way through a state that starts SendFailEvent.";
        return way.Count == 0
            ? $"If job '{job}' fails, the run ends at once without an alert: not every error is caught. Add a catcher for States.ALL that leads to a state that starts SendFailEvent."
            : $"If job '{job}' fails, no alert is sent on the way {Way(way)}. {mend}";
    }

    private static string Way(IReadOnlyList<string> way)
    {
        var named = way.Select(name => $"'{name}'");
        return string.Join(" > ", way.Count <= MaxNamed ? named : named.Take(MaxNamed - 1).Concat(new[] { "...", $"'{way[way.Count - 1]}'" }));
    }
}
