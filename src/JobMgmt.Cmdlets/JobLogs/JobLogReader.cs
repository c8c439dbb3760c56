using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.CloudWatchLogs.Model;

namespace JobMgmt.Cmdlets.JobLogs;

/// <summary>Reads one stream of a command's output, whole, and later what has come since.</summary>
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

            foreach (OutputLogEvent item in page.Events ?? [])
            {
                // The agent joins the lines that it finds into one event by line breaks, none at its end; a reader wants lines, the blank ones too.
                foreach (string line in (item.Message ?? "").Split('\n'))
                {
                    yield return new JobLogEvent
                    {
                        JobName = jobName,
                        Stream = stream,
                        Time = item.Timestamp?.ToLocalTime(),
                        Message = line.TrimEnd('\r'),
                        CommandId = commandId,
                        InstanceId = instanceId,
                    };
                }
            }

            // The end of a stream is told by the token coming back unchanged; pages before it may be empty.
            if (page.NextForwardToken is null || page.NextForwardToken == _token)
            {
                yield break;
            }

            _token = page.NextForwardToken;
        }
    }

    // CloudWatch Logs takes no ':' and '*' in stream names; the agent writes '-' for them.
    private string Name => $"{commandId}/{instanceId}/aws-runShellScript/{(stream == JobLogStream.Stdout ? "stdout" : "stderr")}".Replace(':', '-').Replace('*', '-');
}
