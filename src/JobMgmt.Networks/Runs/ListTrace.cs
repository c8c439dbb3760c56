using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>The Map state of a job that runs for each item of a list; it grows as its events come by.</summary>
internal sealed class ListTrace(string job, RunEvent entered)
{
    private RunEvent? _exited;
    private int? _count;

    public void Take(RunEvent item)
    {
        if (item.Type == "MapStateStarted" && item.PreviousId == entered.Id)
        {
            _count = item.Length;
        }
        else if (item.Type == "MapStateExited" && item.Name == entered.Name)
        {
            _exited = item;
        }
    }

    /// <summary>The job as a whole: what the Map put out of it tells how it ended.</summary>
    /// <param name="starts">Its items, as often as they were started.</param>
    /// <param name="runEnd">How the run has ended; null while it goes on.</param>
    /// <param name="stop">The event by which branches were stopped.</param>
    public JobTrace ToJob(IEnumerable<JobTrace> starts, RunEvent? runEnd, RunEvent? stop)
    {
        var entry = ((_exited?.Output as JsonObject)?["Jobs"] as JsonObject)?[job] as JsonObject;
        var items = starts.GroupBy(item => item.ItemIndex).Select(tries => tries.Last()).OrderBy(item => item.ItemIndex).ToArray();
        RunEvent? end = _exited ?? (runEnd?.Type is "ExecutionFailed" or "ExecutionSucceeded" && stop is not null ? stop : runEnd);
        return new JobTrace
        {
            JobName = job,
            Status = entry?["Status"] is JsonString status && Enum.TryParse(status.Value, out JobRunStatus known) ? known : StateTrace.Status(end),
            Starts = 1,
            StartTime = entered.Time,
            StopTime = end?.Time,
            Error = (entry?["Error"] as JsonString)?.Value ?? (entry is null ? end?.Error : null),
            Cause = (entry?["Cause"] as JsonString)?.Value ?? (entry is null ? end?.Cause : null),
            Output = entry?["Result"],
            Result = new JobResult { Output = entry?["Output"] },
            Items = items,
            ItemCount = _count,
        };
    }
}
