using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks.Rules;

/// <summary>Deadlines that a timeout comes before: what is ended by then is never overdue.</summary>
internal sealed class DeadlineRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        var states = machine.All().ToArray();
        var network = DeadlineStates.Read(new JobNetwork(), states.Select(state => JsonObject.Of((state.Name, state.Body))));
        if (network.MaxDuration is { } most && OutcomeStates.ReadTimeout(machine.Body) is { } timeout && most >= timeout)
        {
            findings.Warning(
                NetworkCodes.DeadlineNeverReached,
                "/TimeoutSeconds",
                $"The network's MaxDuration is {FileDuration.Write(most)}, but its Timeout ends a run after {FileDuration.Write(timeout)}, so that no run is ever overdue. Give a MaxDuration that is shorter than the Timeout.");
        }

        // Retries and items take an ExecutionTimeout each.
        foreach (var state in states.Where(state => state.IsJob))
        {
            if (JobStateReader.Read(state.Name, state.Body) is { MaxDuration: { } longest, ForEach: null, Retry.Count: 0 } job && longest >= job.ExecutionTimeout)
            {
                findings.Warning(
                    NetworkCodes.DeadlineNeverReached,
                    state.AtInput("MaxDuration"),
                    $"The MaxDuration of job '{job.Name}' is {FileDuration.Write(longest)}, but its ExecutionTimeout ends its command after {FileDuration.Write(job.ExecutionTimeout)}: only a wait for a worker can make it overdue. Give a MaxDuration that is shorter than the ExecutionTimeout.");
            }
        }
    }
}
