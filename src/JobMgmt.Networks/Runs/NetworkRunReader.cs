using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>Reads a network's history as its jobs. Events of parallel branches may be interleaved: each follows the one it names.</summary>
public static class NetworkRunReader
{
    /// <summary>The jobs of a run: those of the definition in its order, then those that only the history knows.</summary>
    /// <param name="history">The network's events, oldest first.</param>
    /// <param name="jobNames">The definition's jobs, in order; empty where it could not be read.</param>
    public static IReadOnlyList<JobTrace> Read(IReadOnlyList<RunEvent> history, IReadOnlyList<string> jobNames)
    {
        var states = new Dictionary<long, StateTrace>();
        var order = new List<StateTrace>();
        var lists = new Dictionary<string, ListTrace>(StringComparer.Ordinal);
        var decided = new Dictionary<string, (JsonObject Entry, RunEvent Exit)>(StringComparer.Ordinal);
        var locks = new Dictionary<string, LockTrace>(StringComparer.Ordinal);
        var holds = new Dictionary<string, HoldTrace>(StringComparer.Ordinal);
        var holding = new Dictionary<long, HoldTrace>();
        RunEvent? end = null;
        RunEvent? stop = null;
        foreach (RunEvent item in history)
        {
            if (item.Type == "TaskStateEntered" && NetworkStateNames.JobOfHold(item.Name ?? "") is { } held && held < jobNames.Count)
            {
                holding[item.Id] = holds[jobNames[held]] = new HoldTrace(jobNames[held], item.Time);
            }
            else if (holding.TryGetValue(item.PreviousId, out HoldTrace? hold) && item.Type.StartsWith("Task", StringComparison.Ordinal) && item.Type is not ("TaskStateEntered" or "TaskStateAborted"))
            {
                hold.Take(item);
                holding[item.Id] = hold;
            }
            else if (item.Type == "TaskStateEntered")
            {
                var entered = new StateTrace(item.Name ?? "", item.Time);
                order.Add(entered);
                states[item.Id] = entered;
            }
            else if (states.TryGetValue(item.PreviousId, out StateTrace? state) && item.Type.StartsWith("Task", StringComparison.Ordinal))
            {
                state.Take(item);
                states[item.Id] = state;
            }

            if (item.Type == "MapStateEntered" && NetworkStateNames.JobOfList(item.Name ?? "") is { } owner && owner < jobNames.Count)
            {
                lists[jobNames[owner]] = new ListTrace(jobNames[owner], item);
            }

            if (item.Type == "TaskStateEntered" && NetworkStateNames.JobOfLock(item.Name ?? "") is { } locked && locked < jobNames.Count && !locks.ContainsKey(jobNames[locked]))
            {
                locks[jobNames[locked]] = new LockTrace(jobNames[locked], locked);
            }

            foreach (var trace in locks.Values)
            {
                trace.Take(item);
            }

            foreach (var list in lists.Values)
            {
                list.Take(item);
            }

            if (item.Type == "ChoiceStateExited" && NetworkStateNames.JobOf(item.Name ?? "") is { } number && number < jobNames.Count
                && ((item.Output as JsonObject)?["Jobs"] as JsonObject)?[jobNames[number]] is JsonObject entry)
            {
                decided[jobNames[number]] = (entry, item);
            }

            stop = item.Type == "TaskStateAborted" ? item : stop;
            end = item.Type.StartsWith("Execution", StringComparison.Ordinal) && item.Type is not ("ExecutionStarted" or "ExecutionRedriven") ? item : end;
        }

        var known = new HashSet<string>(jobNames, StringComparer.Ordinal);
        Dictionary<string, StateTrace> reached = order.Where(s => s.IsJob || known.Contains(s.Name))
            .GroupBy(s => s.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        return jobNames.Concat(order.Select(s => s.Name).Where(n => reached.ContainsKey(n) && !known.Contains(n)).Distinct())
            .Select(name =>
            {
                JobTrace? job = lists.TryGetValue(name, out var list) ? list.ToJob(order.Where(one => one.Name == name && one.ItemIndex is not null).Select(one => one.ToJob(end, stop)), end, stop)
                    : reached.TryGetValue(name, out StateTrace? state) ? state.ToJob(end, stop) : null;
                return holds.TryGetValue(name, out var hold) ? hold.ToJob(job, end, stop)
                    : job ?? (decided.TryGetValue(name, out var decision) ? Decided(name, decision.Entry, decision.Exit.Time)
                    : new JobTrace { JobName = name, Status = end is null ? JobRunStatus.Pending : JobRunStatus.NotRun });
            })
            .Select(job => locks.TryGetValue(job.JobName, out var trace) ? trace.ToJob(job.Starts > 0 ? job : null, end) ?? job : job)
            .ToArray();
    }

    // A job that its run did not start: passed over, or its condition failed.
    private static JobTrace Decided(string name, JsonObject entry, DateTimeOffset time) => (entry["Status"] as JsonString)?.Value switch
    {
        RunData.NotChosen => new JobTrace { JobName = name, Status = JobRunStatus.NotChosen },
        RunData.Failed or RunData.Ignored when (entry["Error"] as JsonString)?.Value == JobErrors.InvalidCondition => new JobTrace
        {
            JobName = name,
            Status = (entry["Status"] as JsonString)?.Value == RunData.Ignored ? JobRunStatus.Ignored : JobRunStatus.Failed,
            StopTime = time,
            Error = JobErrors.InvalidCondition,
            Cause = (entry["Cause"] as JsonString)?.Value,
        },
        _ => new JobTrace { JobName = name, Status = JobRunStatus.Skipped },
    };
}
