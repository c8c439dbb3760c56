using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>Reads the events that a rule has written to a log group; none from a group that is not there.</summary>
internal sealed class AlertLog(JobMgmtSession session)
{
    /// <summary>The events, each with its line and its detail.</summary>
    /// <param name="logGroup">The log group.</param>
    /// <param name="after">From when on; null: from the beginning.</param>
    /// <param name="filter">The filter pattern of CloudWatch Logs; null: all lines.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async IAsyncEnumerable<(FilteredLogEvent Line, JsonObject Event, JsonObject Detail)> ReadAsync(
        string logGroup, DateTimeOffset? after, string? filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new FilterLogEventsRequest { LogGroupName = logGroup, StartTime = after?.ToUnixTimeMilliseconds(), FilterPattern = filter };
        IAsyncEnumerator<FilteredLogEvent> lines = session.Logs.Paginators.FilterLogEvents(request).Events.GetAsyncEnumerator(cancellationToken);
        await using (lines.ConfigureAwait(false))
        {
            while (await NextAsync(lines).ConfigureAwait(false))
            {
                // The group may hold other lines, such as a test message somebody put there.
                if (lines.Current.Message is { } text && JsonValue.TryParse(text, out JsonValue? value) && value is JsonObject item && item["detail"] is JsonObject detail)
                {
                    yield return (lines.Current, item, detail);
                }
            }
        }
    }

    // A channel that nobody has published, or whose logs somebody deleted, has no alerts.
    private static async Task<bool> NextAsync(IAsyncEnumerator<FilteredLogEvent> lines)
    {
        try
        {
            return await lines.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Aws.CloudWatchLogs.Model.ResourceNotFoundException)
        {
            return false;
        }
    }
}
