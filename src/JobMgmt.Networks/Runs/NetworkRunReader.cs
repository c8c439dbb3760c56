using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>Reads a network's history as its jobs. Events of parallel branches may be interleaved: each follows the one it names.</summary>
public static class NetworkRunReader
{
    private const string StartRunJob = "startExecution.waitForTaskToken";

    /// <summary>The jobs of a run: those of the definition in its order, then those that only the history knows.</summary>
    /// <param name="history">The network's events, oldest first.</param>
    /// <param name="jobNames">The definition's jobs, in order; empty where it could not be read.</param>
    public static IReadOnlyList<JobTrace> Read(IReadOnlyList<RunEvent> history, IReadOnlyList<string> jobNames)
    {
        var states = new Dictionary<long, StateTrace>();
        var order = new List<StateTrace>();
        var passedOver = new HashSet<string>(StringComparer.Ordinal);
        RunEvent? end = null;
        RunEvent? stop = null;
        foreach (RunEvent item in history)
        {
            if (item.Type == "TaskStateEntered")
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

            if (item.Type == "ChoiceStateExited" && NetworkStateNames.JobOf(item.Name ?? "") is { } number && number < jobNames.Count
                && ((item.Output as JsonObject)?["Jobs"] as JsonObject)?.Contains(jobNames[number]) == true)
            {
                passedOver.Add(jobNames[number]);
            }

            stop = item.Type == "TaskStateAborted" ? item : stop;
            end = item.Type.StartsWith("Execution", StringComparison.Ordinal) && item.Type is not ("ExecutionStarted" or "ExecutionRedriven") ? item : end;
        }

        var known = new HashSet<string>(jobNames, StringComparer.Ordinal);
        Dictionary<string, StateTrace> reached = order.Where(s => s.IsJob || known.Contains(s.Name))
            .GroupBy(s => s.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        return jobNames.Concat(order.Select(s => s.Name).Where(n => reached.ContainsKey(n) && !known.Contains(n)).Distinct())
            .Select(name => reached.TryGetValue(name, out StateTrace? state) ? state.ToJob(end, stop)
                : new JobTrace { JobName = name, Status = passedOver.Contains(name) ? JobRunStatus.Skipped : end is null ? JobRunStatus.Pending : JobRunStatus.NotRun })
            .ToArray();
    }

    // Grows as the events of one state come by.
    private sealed class StateTrace(string name, DateTimeOffset entered)
    {
        private int _starts;
        private RunEvent? _end;
        private string? _child;
        private bool _ignored;

        public string Name { get; } = name;

        public bool IsJob { get; private set; }

        public void Take(RunEvent item)
        {
            switch (item.Type)
            {
                case "TaskScheduled":
                    IsJob |= item.Resource == StartRunJob && ((item.Parameters as JsonObject)?["Input"] as JsonObject)?["Commands"] is not null;
                    _starts++;
                    _end = null;
                    _child = null;
                    break;
                case "TaskSubmitted":
                    _child = ((item.Output as JsonObject)?["ExecutionArn"] as JsonString)?.Value;
                    break;
                case "TaskSucceeded" or "TaskFailed" or "TaskTimedOut" or "TaskStartFailed" or "TaskSubmitFailed":
                    _end = item;
                    break;
                case "TaskStateExited":
                    Exited = true;
                    _ignored = (((item.Output as JsonObject)?["Jobs"] as JsonObject)?[Name] as JsonObject)?["Status"] is JsonString { Value: RunData.Ignored };
                    break;
            }
        }

        private bool Exited { get; set; }

        public JobTrace ToJob(RunEvent? runEnd, RunEvent? stop)
        {
            // A branch that is stopped with another one that failed: the event follows what failed, and doesn't say which state it is of.
            runEnd = runEnd?.Type is "ExecutionFailed" or "ExecutionSucceeded" && stop is not null && _starts > 0 && _end is null ? stop : runEnd;

            // A failure without an exit is not the last word while the run goes on: a retry may be waiting for its time.
            RunEvent? end = Exited || runEnd is not null || _end?.Type == "TaskSucceeded" ? _end ?? runEnd : null;
            return new JobTrace
            {
                JobName = Name,
                Status = _ignored ? JobRunStatus.Ignored : Status(end),
                Starts = _starts,
                StartTime = entered,
                StopTime = end?.Time,
                RunJobExecutionArn = _child,
                Error = _end?.Error ?? (end == runEnd ? runEnd?.Error : null) ?? (_end?.Type == "TaskTimedOut" ? "States.Timeout" : null),
                Cause = _end?.Cause ?? (end == runEnd ? runEnd?.Cause : null),
                Output = _end?.Type == "TaskSucceeded" ? _end.Output : null,
                Result = _end?.Type == "TaskSucceeded" ? JobResult.Read(_end.Output) : JobResult.Parse(_end?.Cause),
            };
        }

        private static JobRunStatus Status(RunEvent? end) => end?.Type switch
        {
            null => JobRunStatus.Running,
            "TaskSucceeded" => JobRunStatus.Succeeded,
            "TaskTimedOut" or "ExecutionTimedOut" => JobRunStatus.TimedOut,
            "TaskStateAborted" or "ExecutionAborted" => JobRunStatus.Aborted,
            _ => JobRunStatus.Failed,
        };
    }
}
