using System.Globalization;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>
/// The default event bus. An event is matched in the transaction that puts it: a log group has it at once, and what another target is owed is written down there, so that
/// no accepted event is lost and none is delivered that was not accepted.
/// </summary>
internal sealed class EventBus(RuleTable rules, ILogSink logs, DeliveryLoop deliveries, RuntimeIdentity identity, TimeProvider time) : IEventBus
{
    public void Put(StoreConnection connection, string source, string detailType, IReadOnlyList<string> resources, JsonObject detail) =>
        Put(connection, Guid.NewGuid().ToString(), time.GetUtcNow(), source, detailType, resources, detail);

    /// <summary>Puts an event with a given id and time.</summary>
    public void Put(
        StoreConnection connection, string id, DateTimeOffset at, string source, string detailType, IReadOnlyList<string> resources, JsonObject detail)
    {
        var envelope = Envelope(id, at, source, detailType, resources, detail);
        foreach (var (rule, targets) in rules.Rules(connection))
        {
            if (rule.Matches(envelope))
            {
                HandAll(connection, rule, targets, envelope, id);
            }
        }
    }

    /// <summary>Hands a rule's scheduled event to its targets, and to no other rule's.</summary>
    public void PutScheduled(StoreConnection connection, EventRule rule, DateTimeOffset at)
    {
        var id = Guid.NewGuid().ToString();
        var envelope = Envelope(id, at, "aws.events", "Scheduled Event", [EventRule.ArnOf(identity, rule.Name)], JsonObject.Empty);
        HandAll(connection, rule, EventStore.Targets(connection, rule.Name), envelope, id);
    }

    private JsonObject Envelope(string id, DateTimeOffset at, string source, string detailType, IReadOnlyList<string> resources, JsonObject detail) => JsonObject.Of(
        ("version", "0"),
        ("id", id),
        ("detail-type", detailType),
        ("source", source),
        ("account", identity.Account),
        ("time", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("region", identity.Region),
        ("resources", new JsonArray(resources.Select(arn => (JsonValue)arn))),
        ("detail", detail));

    private void HandAll(StoreConnection connection, EventRule rule, IReadOnlyList<EventTarget> targets, JsonObject envelope, string id)
    {
        var now = time.GetUtcNow();
        foreach (var target in targets)
        {
            Hand(connection, rule, target, target.Payload(envelope, rule, EventRule.ArnOf(identity, rule.Name), now), id, now);
        }
    }

    private void Hand(StoreConnection connection, EventRule rule, EventTarget target, string payload, string eventId, DateTimeOffset now)
    {
        if (target.LogGroup is { } group)
        {
            logs.Append(connection, group, eventId, [new LogEvent(now, payload)]);
            return;
        }

        EventStore.AddDelivery(connection, rule.Name, target.Definition, payload, now);
        connection.AfterCommit(deliveries.Wake);
    }
}
