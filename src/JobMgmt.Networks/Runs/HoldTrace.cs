using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>The state of a history that holds a job; it grows as its events come by.</summary>
internal sealed class HoldTrace(string jobName, DateTimeOffset entered)
{
    private JobHold _hold = new() { Time = entered };
    private RunEvent? _end;
    private JsonObject? _left;
    private bool _hasLeft;

    public string JobName { get; } = jobName;

    public void Take(RunEvent item)
    {
        switch (item.Type)
        {
            case "TaskScheduled":
                var detail = HoldState.Detail(item.Parameters);
                _hold = _hold with
                {
                    TaskToken = (detail?["taskToken"] as JsonString)?.Value,
                    Message = ((detail?["cause"] as JsonObject)?["Message"] as JsonString)?.Value,
                };
                _end = null;
                break;
            case "TaskSucceeded":
                _end = item;
                _hold = _hold.With(item.Output, isApproved: true);
                break;
            case "TaskFailed" or "TaskTimedOut" or "TaskStartFailed" or "TaskSubmitFailed":
                _end = item;
                _hold = item.Error == JobErrors.JobDenied ? _hold.With(item.Cause is not null && JsonValue.TryParse(item.Cause, out var cause) ? cause : null, isApproved: false) : _hold;
                break;
            case "TaskStateExited":
                _hasLeft = true;
                _left = ((item.Output as JsonObject)?["Jobs"] as JsonObject)?[JobName] as JsonObject;
                break;
        }
    }

    /// <summary>How the job stands, given how it does behind the hold; null where it has not come there.</summary>
    public JobTrace ToJob(JobTrace? behind, RunEvent? runEnd, RunEvent? stop)
    {
        if (behind is not null && _end?.Type == "TaskSucceeded")
        {
            return behind with { Hold = _hold };
        }

        // What leaves its state with an entry in the run's data has failed: denied, too late, or the event could not be put.
        var status = (_left?["Status"] as JsonString)?.Value;
        var ended = runEnd?.Type is "ExecutionFailed" or "ExecutionSucceeded" && stop is not null ? stop : runEnd;
        return new JobTrace
        {
            JobName = JobName,
            StartTime = _hold.Time,
            Hold = _hold,
            Status = status == RunData.Ignored ? JobRunStatus.Ignored
                : status is not null ? JobRunStatus.Failed
                : _hasLeft || _end?.Type == "TaskSucceeded" ? (runEnd is null ? JobRunStatus.Running : JobRunStatus.NotRun)
                : runEnd is null ? JobRunStatus.Held : StateTrace.Status(ended),
            StopTime = status is not null ? _end?.Time : runEnd is null ? null : ended!.Time,
            Error = status is not null ? (_left!["Error"] as JsonString)?.Value : ended?.Error,
            Cause = status is not null ? (_left!["Cause"] as JsonString)?.Value : ended?.Cause,
        };
    }
}
