using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.CloudWatchLogs.Model;

namespace JobMgmt.Cmdlets.JobLogs;

/// <summary>Reads one stream of a command's output, whole or its end, and later what has come since.</summary>
internal sealed class JobLogReader(IAmazonCloudWatchLogs logs, string logGroup, string commandId, string instanceId, JobLogStream stream, string? jobName)
{
    private string? _token;

    /// <summary>
    /// The lines that came since the last call; at the first call, from the beginning. Empty for a stream that does not exist yet.
    /// </summary>
    public async IAsyncEnumerable<JobLogEvent> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            GetLogEventsResponse page;
            try
            {
                page = await logs.GetLogEventsAsync(
                    new GetLogEventsRequest { LogGroupName = logGroup, LogStreamName = Name, StartFromHead = true, NextToken = _token }, cancellationToken).ConfigureAwait(false);
            }
            catch (ResourceNotFoundException)
            {
                yield break;
            }

            foreach (JobLogEvent line in Lines(page))
            {
                yield return line;
            }

            // The end of a stream is told by the token coming back unchanged; pages before it may be empty.
            if (page.NextForwardToken is null || page.NextForwardToken == _token)
            {
                yield break;
            }

            _token = page.NextForwardToken;
        }
    }

    /// <summary>The last lines, read from the end: what a long log has before them is not fetched. <see cref="ReadAsync"/> goes on behind them.</summary>
    public async Task<IReadOnlyList<JobLogEvent>> ReadLastAsync(int count, CancellationToken cancellationToken)
    {
        var last = new List<JobLogEvent>();
        string? backward = null;
        while (true)
        {
            GetLogEventsResponse page;
            try
            {
                page = await logs.GetLogEventsAsync(
                    new GetLogEventsRequest { LogGroupName = logGroup, LogStreamName = Name, StartFromHead = false, NextToken = backward, Limit = MostEvents(count) }, cancellationToken).ConfigureAwait(false);
            }
            catch (ResourceNotFoundException)
            {
                return last;
            }

            last.InsertRange(0, Lines(page));
            _token ??= page.NextForwardToken;
            if (last.Count >= count || page.NextBackwardToken is null || page.NextBackwardToken == backward)
            {
                return last.Skip(Math.Max(0, last.Count - count)).ToArray();
            }

            backward = page.NextBackwardToken;
        }
    }

    // An event has a line or several. A call answers with 10,000 at most.
    private static int MostEvents(int lines) => Math.Min(Math.Max(lines, 1), 10_000);

    private IEnumerable<JobLogEvent> Lines(GetLogEventsResponse page) =>
        from item in page.Events ?? []

        // The agent joins the lines that it finds into one event by line breaks, none at its end; a reader wants lines, the blank ones too.
        from line in (item.Message ?? "").Split('\n')
        select new JobLogEvent
        {
            JobName = jobName,
            Stream = stream,
            Time = item.Timestamp?.ToLocalTime(),
            Message = line.TrimEnd('\r'),
            CommandId = commandId,
            InstanceId = instanceId,
        };

    // CloudWatch Logs takes no ':' and '*' in stream names; the agent writes '-' for them.
    private string Name => $"{commandId}/{instanceId}/aws-runShellScript/{(stream == JobLogStream.Stdout ? "stdout" : "stderr")}".Replace(':', '-').Replace('*', '-');
}
