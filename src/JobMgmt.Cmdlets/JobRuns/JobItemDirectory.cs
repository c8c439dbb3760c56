using System.Globalization;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>Reads the items of a job that runs for each item of a list: those that this run has started, and, of one that continues another, those that the other had done.</summary>
internal sealed class JobItemDirectory(JobRunDirectory jobs, string executionArn, JobRun? parent, Rerun? rerun)
{
    /// <summary>The items in the list's order.</summary>
    public async Task<IReadOnlyList<JobRun>> ReadAsync(JobTrace job, CancellationToken cancellationToken)
    {
        var items = new SortedDictionary<int, IReadOnlyList<JobRun>>();
        IReadOnlyList<JobTrace> started = job.Items ?? [];
        IReadOnlyList<IReadOnlyList<JobRun>> described = await OrderedReads
            .ReadAsync(started, item => jobs.DescribeAsync(executionArn, parent, item, rerun, cancellationToken)).ConfigureAwait(false);
        for (int i = 0; i < started.Count; i++)
        {
            items[started[i].ItemIndex!.Value] = described[i];
        }

        foreach (IGrouping<int, JobRun> item in (await ReadEarlierAsync(job, cancellationToken).ConfigureAwait(false)).GroupBy(item => item.ItemIndex!.Value))
        {
            if (!items.ContainsKey(item.Key))
            {
                items[item.Key] = [.. item];
            }
        }

        return items.Values.SelectMany(attempts => attempts).ToArray();
    }

    private async Task<IEnumerable<JobRun>> ReadEarlierAsync(JobTrace job, CancellationToken cancellationToken)
    {
        if (Done(job.JobName, rerun) is not { Count: > 0 } done || rerun?.Of is not { } earlier)
        {
            return [];
        }

        try
        {
            return (await jobs.ReadAsync(earlier, parent, [job.JobName], null, _ => true, recurse: true, cancellationToken).ConfigureAwait(false)).Select(row => row.Job)
                .Where(item => item.ItemIndex is { } index && done.Contains(index.ToString(CultureInfo.InvariantCulture)));
        }
        catch (CmdletFailure)
        {
            return []; // AWS has forgotten it
        }
    }

    /// <summary>How many items of a job were done before a run.</summary>
    public static int CountDone(string job, Rerun? rerun) => Done(job, rerun)?.Count ?? 0;

    private static JsonObject? Done(string job, Rerun? rerun) => rerun?.Items[job] as JsonObject;
}
