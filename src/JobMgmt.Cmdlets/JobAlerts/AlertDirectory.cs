using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>Reads the alerts that the channels' log groups keep.</summary>
internal sealed class AlertDirectory(IAmazonCloudWatchLogs logs, RunJobStackNames names)
{
    private const string BeforeArn = "#/executions/details/";

    /// <summary>The alerts of a log group, oldest first; none where the group is not there.</summary>
    public async Task<IReadOnlyList<JobAlert>> ReadAsync(string logGroup, DateTimeOffset? after, CancellationToken cancellationToken)
    {
        var alerts = new List<JobAlert>();
        var request = new FilterLogEventsRequest { LogGroupName = logGroup, StartTime = after?.ToUnixTimeMilliseconds() };
        try
        {
            await foreach (FilteredLogEvent item in logs.Paginators.FilterLogEvents(request).Events.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (Read(item) is { } alert)
                {
                    alerts.Add(alert);
                }
            }
        }
        catch (ResourceNotFoundException)
        {
            // A channel that nobody has published, or whose logs somebody deleted, has no alerts.
        }

        return alerts;
    }

    private JobAlert? Read(FilteredLogEvent item)
    {
        // The group may hold other lines, such as a test message somebody put there.
        if (item.Message is null || !JsonValue.TryParse(item.Message, out JsonValue? value) || (value as JsonObject)?["detail"] is not JsonObject detail)
        {
            return null;
        }

        string? url = Text(detail, "executionURL");
        int at = url?.IndexOf(BeforeArn, StringComparison.Ordinal) ?? -1;
        string? arn = at < 0 ? null : url!.Substring(at + BeforeArn.Length);
        string[] parts = arn?.Split(':') ?? [];
        return new JobAlert
        {
            Time = DateTimeOffset.FromUnixTimeMilliseconds(item.Timestamp ?? 0).LocalDateTime,
            Channel = Text(detail, "channel") ?? "",
            NetworkName = Text(detail, "networkName") ?? Network(parts),
            JobName = Text(detail, "jobName"),
            ExecutionName = parts.Length == 8 ? parts[7] : null,
            Error = Text(detail, "error"),
            Message = Message(detail["cause"]),
            Worker = JobResult.Read(detail["cause"]).InstanceId,
            ExecutionArn = arn,
            ExecutionUrl = url,
            EventId = Text((JsonObject)value, "id"),
            Event = item.Message,
        };
    }

    // An alert of the article's own SendFailEvent names no network, only the run.
    private string? Network(string[] arn) => arn.Length == 8 ? names.TryNetworkName(arn[6], out string network) ? network : arn[6] : null;

    private static string? Message(JsonValue? cause) => cause switch
    {
        JsonObject obj => Text(obj, "Message"),
        JsonString text => text.Value,
        _ => null,
    };

    private static string? Text(JsonObject obj, string name) => obj[name] is JsonString { Value.Length: > 0 } text ? text.Value : null;
}
