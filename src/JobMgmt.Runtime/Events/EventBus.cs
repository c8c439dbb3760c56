using System.Globalization;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Notifications;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Services.Sns;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>
/// The default event bus. An event is matched in the transaction that puts it: a log group has it at once, and what another target is owed is written down there, so that
/// no accepted event is lost and none is delivered that was not accepted.
/// </summary>
internal sealed class EventBus(
    RuleTable rules, ILogSink logs, DeliveryLoop deliveries, NotificationLoop notifications, TopicPublisher topics, RuntimeIdentity identity, TimeProvider time) : IEventBus
{
    public bool Put(StoreConnection connection, string source, string detailType, IReadOnlyList<string> resources, JsonObject detail) =>
        Put(connection, Envelope(Guid.NewGuid().ToString(), time.GetUtcNow(), source, detailType, resources, detail));

    /// <summary>Puts an event that has its envelope; whether any rule matches.</summary>
    public bool Put(StoreConnection connection, JsonObject envelope)
    {
        var matching = rules.Matching(connection, envelope);
        foreach (var (rule, targets) in matching)
        {
            HandAll(connection, rule, targets, envelope);
        }

        return matching.Count > 0;
    }

    /// <summary>Hands a rule's scheduled event to its targets, and to no other rule's.</summary>
    public void PutScheduled(StoreConnection connection, EventRule rule, DateTimeOffset at)
    {
        var envelope = Envelope(Guid.NewGuid().ToString(), at, "aws.events", "Scheduled Event", [EventRule.ArnOf(identity, rule.Name)], JsonObject.Empty);
        HandAll(connection, rule, EventStore.Targets(connection, rule.Name), envelope);
    }

    /// <summary>An event with its members as EventBridge orders them.</summary>
    public JsonObject Envelope(string id, DateTimeOffset at, string source, string detailType, IReadOnlyList<string> resources, JsonObject detail) => JsonObject.Of(
        ("version", "0"),
        ("id", id),
        ("detail-type", detailType),
        ("source", source),
        ("account", identity.Account),
        ("time", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("region", identity.Region),
        ("resources", new JsonArray(resources.Select(arn => (JsonValue)arn))),
        ("detail", detail));

    private void HandAll(StoreConnection connection, EventRule rule, IReadOnlyList<EventTarget> targets, JsonObject envelope)
    {
        var now = time.GetUtcNow();
        foreach (var target in targets)
        {
            Hand(connection, rule, target, envelope, target.Payload(envelope, rule, EventRule.ArnOf(identity, rule.Name), now), envelope.Text("id")!, now);
        }
    }

    private void Hand(StoreConnection connection, EventRule rule, EventTarget target, JsonObject envelope, string payload, string eventId, DateTimeOffset now)
    {
        if (target.LogGroup is { } group)
        {
            logs.Append(connection, group, eventId, [new LogEvent(now, payload)]);
            return;
        }

        if (target.IsApiDestination)
        {
            notifications.Add(connection, ApiDestinationSender.Of(rule.Name, target, envelope, payload, now));
            return;
        }

        if (target.IsTopic)
        {
            Publish(connection, target, DeliveryReport.Of(envelope, rule.Name, target.Arn), payload);
            return;
        }

        EventStore.AddDelivery(connection, rule.Name, target.Definition, payload, now);
        connection.AfterCommit(deliveries.Wake);
    }

    private void Publish(StoreConnection connection, EventTarget target, JsonObject? way, string payload)
    {
        if (!topics.Publish(connection, target.Arn, Guid.NewGuid().ToString(), subject: null, payload, way) && way is not null)
        {
            DeliveryReport.Put(this, connection, DeliveryReport.Failed, way, 1, $"there is no topic {target.Arn}");
        }
    }
}
