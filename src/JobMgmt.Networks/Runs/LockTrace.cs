using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>What a history says of a job's lock: that it waits for it, or that it failed because of it.</summary>
internal sealed class LockTrace(string job, int number)
{
    private RunEvent? _waits;
    private string? _lock;
    private JsonObject? _failed;
    private RunEvent? _failedAt;

    public void Take(RunEvent item)
    {
        if (item.Type == "TaskStateEntered" && NetworkStateNames.JobThatWaits(item.Name ?? "") == number)
        {
            _waits = item;
        }
        else if (_waits is not null && item.Type == "TaskScheduled" && item.PreviousId == _waits.Id)
        {
            _lock = ((((item.Parameters as JsonObject)?["Key"] as JsonObject)?["Lock"] as JsonObject)?["S"] as JsonString)?.Value;
        }
        else if (item.Type == "TaskStateExited")
        {
            _waits = _waits?.Name == item.Name ? null : _waits;
            var entry = ((item.Output as JsonObject)?["Jobs"] as JsonObject)?[job] as JsonObject;
            if (entry?["Error"] is JsonString { Value: JobErrors.LockTimedOut or JobErrors.LockQueueFull or JobErrors.LockNotTaken or JobErrors.LockNotReleased })
            {
                (_failed, _failedAt) = (entry, item);
            }
        }
    }

    /// <summary>The job as its lock has it stand; null where the lock has nothing to say.</summary>
    /// <param name="work">What its own state says; null before it was started.</param>
    /// <param name="end">How the run has ended; null while it goes on.</param>
    public JobTrace? ToJob(JobTrace? work, RunEvent? end)
    {
        if (_failed is not null)
        {
            return (work ?? new JobTrace { JobName = job, StopTime = _failedAt!.Time }) with
            {
                Status = (_failed["Status"] as JsonString)?.Value == RunData.Ignored ? JobRunStatus.Ignored : JobRunStatus.Failed,
                Error = (_failed["Error"] as JsonString)?.Value,
                Cause = (_failed["Cause"] as JsonString)?.Value,
            };
        }

        return _waits is null ? null : new JobTrace
        {
            JobName = job,
            Status = end is null ? JobRunStatus.Waiting : StateTrace.Status(end),
            Lock = _lock,
            StartTime = _waits.Time,
            StopTime = end?.Time,
            Error = end?.Error,
            Cause = end?.Cause,
        };
    }
}
