using System.Globalization;
using JobMgmt.Networks.Compilation;

namespace JobMgmt.Networks.Checks.Rules;

/// <summary>Jobs that do not agree how many of them may hold their lock.</summary>
internal sealed class LockRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        var first = new Dictionary<string, (string Job, int Slots)>(StringComparer.Ordinal);
        foreach (var state in machine.All())
        {
            if (JobStateReader.Read(state.Name, state.Body) is not { Lock: { } name } job)
            {
                continue;
            }

            if (!first.TryGetValue(name, out var other))
            {
                first.Add(name, (job.Name, job.Slots));
            }
            else if (other.Slots != job.Slots)
            {
                findings.Warning(NetworkCodes.LockSlotsDiffer, state.AtInput("Slots"), string.Format(
                    CultureInfo.InvariantCulture,
                    "'{0}' goes by {1} slots of the lock '{2}', '{3}' by {4}: each by its own, so more may hold it than one of them expects. Give both the same.",
                    job.Name,
                    job.Slots,
                    name,
                    other.Job,
                    other.Slots));
            }
        }
    }
}
