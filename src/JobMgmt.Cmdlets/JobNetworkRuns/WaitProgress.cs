using System.Management.Automation;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>The progress of a wait: one record for all runs, at most five times a second.</summary>
internal sealed class WaitProgress(int total, Action<ProgressRecord> show)
{
    private const int ActivityId = 0x4A4D;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);
    private long? _shown;

    /// <summary>Tells about one of the runs that are waited for.</summary>
    public void Show(JobNetworkRun run, int left)
    {
        if (_shown is { } shown && TimeProvider.System.GetElapsedTime(shown) < Step)
        {
            return;
        }

        _shown = TimeProvider.System.GetTimestamp();
        DateTime now = TimeProvider.System.GetLocalNow().DateTime;
        string since = run.StartTime is { } start ? $", {(now - start).TotalSeconds:0} s" : "";
        show(new ProgressRecord(ActivityId, "Waiting for job networks", $"{total - left} of {total} ended")
        {
            CurrentOperation = $"{run.NetworkName} {run.ExecutionName}: {run.Status}{since}",
            PercentComplete = total == 0 ? -1 : 100 * (total - left) / total,
        });
    }

    /// <summary>Takes the record away.</summary>
    public void Complete()
    {
        if (_shown is null)
        {
            return;
        }

        try
        {
            show(new ProgressRecord(ActivityId, "Waiting for job networks", "done") { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // PowerShell takes the record away itself.
        }
    }
}
