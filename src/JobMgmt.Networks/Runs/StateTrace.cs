using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>One state of a history that starts a job; it grows as its events come by.</summary>
internal sealed class StateTrace(string name, DateTimeOffset entered)
{
    private const string StartRunJob = "startExecution.waitForTaskToken";

    private readonly List<JobTrace> _earlier = [];
    private RunEvent? _start;
    private RunEvent? _end;
    private string? _child;
    private bool _ignored;
    private bool _isNested;

    public string Name { get; } = name;

    public bool IsJob { get; private set; }

    /// <summary>The item that the job was started for; null where it is started once.</summary>
    public JsonValue? Item { get; private set; }

    /// <summary>The item's place in its list.</summary>
    public int? ItemIndex { get; private set; }

    public void Take(RunEvent item)
    {
        switch (item.Type)
        {
            case "TaskScheduled":
                if (_start is not null)
                {
                    JobTrace earlier = Start(_end, null);
                    _earlier.Add(_end is null ? earlier with { Status = JobRunStatus.Aborted } : earlier); // an execution that is redriven starts anew what it was stopped in
                }

                var input = (item.Parameters as JsonObject)?["Input"] as JsonObject;
                _isNested = NestedStateReader.Waits(item.Resource) && NestedStateReader.NetworkOf(((item.Parameters as JsonObject)?["StateMachineArn"] as JsonString)?.Value) is not null;
                IsJob |= _isNested || (item.Resource == StartRunJob && input?["Commands"] is not null);
                Item = input?["Item"];
                ItemIndex = input?["ItemIndex"] is JsonNumber number && number.TryToInt64(out var index) ? (int)index : null;
                _start = item;
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

    private int Starts => _earlier.Count + (_start is null ? 0 : 1);

    public JobTrace ToJob(RunEvent? runEnd, RunEvent? stop)
    {
        // A branch that is stopped with another one that failed: the event follows what failed, and doesn't say which state it is of.
        runEnd = runEnd?.Type is "ExecutionFailed" or "ExecutionSucceeded" && stop is not null && Starts > 0 && _end is null ? stop : runEnd;

        // A failure without an exit is not the last word while the run goes on: a retry may be waiting for its time.
        RunEvent? end = Exited || runEnd is not null || _end?.Type == "TaskSucceeded" ? _end ?? runEnd : null;
        return Start(end, runEnd) with { StartTime = entered, EarlierStarts = _earlier };
    }

    private JobTrace Start(RunEvent? end, RunEvent? runEnd)
    {
        var trace = new JobTrace
        {
            JobName = Name,
            Item = Item,
            ItemIndex = ItemIndex,
            Status = _ignored && ItemIndex is null ? JobRunStatus.Ignored : Status(end),
            Starts = Starts,
            StartTime = _start?.Time,
            LastStartTime = _start?.Time,
            StopTime = end?.Time,
            RunJobExecutionArn = _child,
            Error = _end?.Error ?? (end == runEnd ? runEnd?.Error : null) ?? (_end?.Type == "TaskTimedOut" ? "States.Timeout" : null),
            Cause = _end?.Cause ?? (end == runEnd ? runEnd?.Cause : null),
            Output = _end?.Type == "TaskSucceeded" ? _end.Output : null,
            Result = _end?.Type == "TaskSucceeded" ? JobResult.Read(_end.Output) : JobResult.Parse(_end?.Cause),
        };
        return _isNested ? NestedRunReader.Read(trace, _child) : trace;
    }

    internal static JobRunStatus Status(RunEvent? end) => end?.Type switch
    {
        null => JobRunStatus.Running,
        "TaskSucceeded" => JobRunStatus.Succeeded,
        "TaskTimedOut" or "ExecutionTimedOut" => JobRunStatus.TimedOut,
        "TaskStateAborted" or "ExecutionAborted" => JobRunStatus.Aborted,
        _ => JobRunStatus.Failed,
    };
}
