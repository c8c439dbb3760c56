namespace JobMgmt.Networks.Checks.Rules;

/// <summary>Some run can come to every job: ways that no run takes (a Choice rule that an earlier one hides, a catcher that never gets its turn) do not count.</summary>
internal sealed class ReachabilityRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        if (machine.Start is null)
        {
            return;
        }

        var reached = Transitions.Reachable(machine);
        foreach (var state in machine.All().Where(state => state.IsJob && !reached.Contains(state)))
        {
            findings.Warning(NetworkCodes.JobUnreachable, state.Location, $"No run ever comes to job '{state.Name}': no state leads to it, or only ways that are never taken.");
        }
    }
}
