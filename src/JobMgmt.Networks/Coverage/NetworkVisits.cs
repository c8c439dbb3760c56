using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Coverage;

/// <summary>Where runs of a network have been: what became of its jobs, and which way each state was left. Visits of several runs add up.</summary>
public sealed class NetworkVisits
{
    private readonly HashSet<(string Job, string Outcome)> _outcomes = new();
    private readonly HashSet<(string From, string To)> _ways = new();

    /// <summary>Whether a job has come to an outcome (<see cref="JobOutcomes"/>).</summary>
    internal bool Has(string job, string outcome) => _outcomes.Contains((job, outcome));

    /// <summary>Whether a state was followed by another.</summary>
    internal bool Went(string from, string to) => _ways.Contains((from, to));

    /// <summary>Adds those of other runs.</summary>
    public void Add(NetworkVisits others)
    {
        _outcomes.UnionWith(others._outcomes);
        _ways.UnionWith(others._ways);
    }

    /// <summary>Reads a run's history, oldest event first.</summary>
    /// <param name="history">The network's events.</param>
    /// <param name="jobNames">The definition's jobs, in order.</param>
    public static NetworkVisits Read(IReadOnlyList<RunEvent> history, IReadOnlyList<string> jobNames)
    {
        var visits = new NetworkVisits();
        var states = new Dictionary<long, (string Name, int Starts, string? Error)>();
        var exited = new Dictionary<long, string>();
        foreach (var item in history)
        {
            var name = item.Name ?? "";
            if (item.Type.EndsWith("StateEntered", StringComparison.Ordinal))
            {
                _ = exited.TryGetValue(item.PreviousId, out var from) && visits._ways.Add((from, name));
                states[item.Id] = (name, 0, null);
            }
            else if (item.Type.EndsWith("StateExited", StringComparison.Ordinal))
            {
                exited[item.Id] = name;
                visits.Decided(item, jobNames);
            }
            else if (states.TryGetValue(item.PreviousId, out var state))
            {
                states[item.Id] = state = (state.Name, state.Starts + (item.Type == "TaskScheduled" ? 1 : 0), item.Error ?? state.Error);
                _ = state.Starts > 1 && visits._outcomes.Add((state.Name, JobOutcomes.Retried));
                _ = state.Starts > 1 && item.Type == "TaskScheduled" && state.Error is not null && visits._outcomes.Add((state.Name, JobOutcomes.RetriedAfter(new[] { state.Error })));
                _ = item.Type == "TaskTimedOut" && visits._outcomes.Add((state.Name, JobOutcomes.TimedOut));
            }
        }

        foreach (var job in NetworkRunReader.Read(history, jobNames))
        {
            _ = job.Status is JobRunStatus.Succeeded && visits._outcomes.Add((job.JobName, JobOutcomes.Succeeded));
            _ = job.Hold?.IsApproved == false && visits._outcomes.Add((job.JobName, JobOutcomes.Denied));
            _ = job.Status is JobRunStatus.Failed or JobRunStatus.TimedOut or JobRunStatus.Ignored && visits._outcomes.Add((job.JobName, JobOutcomes.Failed));
        }

        return visits;
    }

    // A compiled network's decision on a job that does not run tells why in its data.
    private void Decided(RunEvent exit, IReadOnlyList<string> jobNames)
    {
        if (exit.Type == "ChoiceStateExited" && NetworkStateNames.JobOf(exit.Name ?? "") is { } number && number < jobNames.Count
            && (((exit.Output as JsonObject)?["Jobs"] as JsonObject)?[jobNames[number]] as JsonObject)?["Status"] is JsonString status)
        {
            _outcomes.Add((jobNames[number], status.Value));
        }
    }
}
