using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>Reads what became of alerts at webhooks, mail addresses and topics, where the target tells it.</summary>
internal sealed class DeliveryDirectory(JobMgmtSession session, RunJobStackNames names)
{
    /// <summary>The last that is known of each alert and target; nothing where the stack was published by an earlier version.</summary>
    /// <param name="after">From when on; null: from the beginning.</param>
    /// <param name="eventId">One alert's; null: all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<AlertDelivery>> ReadAsync(DateTimeOffset? after, string? eventId, CancellationToken cancellationToken)
    {
        var told = new List<AlertDelivery>();
        await foreach ((_, JsonObject item, JsonObject detail) in new AlertLog(session)
            .ReadAsync(names.DeliveryLogGroup, after, eventId is null ? null : $"\"{eventId}\"", cancellationToken).ConfigureAwait(false))
        {
            if (detail["eventId"] is JsonString id && detail["target"] is JsonString target)
            {
                told.Add(new AlertDelivery(
                    id.Value, target.Value, (detail["address"] as JsonString)?.Value, (detail["error"] as JsonString)?.Value, item["detail-type"] is JsonString { Value: AlertDeliveries.Delayed }));
            }
        }

        return told.GroupBy(one => (one.EventId, one.Target, one.Address)).Select(way => way.Last()).ToArray();
    }
}
