using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Notifications;

/// <summary>
/// Says what became of an event on its way out of the machine: an event on the bus, in the transaction that ends it. (AWS has a metric for a rule's failures, and hands what it gives up to a
/// dead-letter queue, which is not here.) Such an event's own way is not told: a rule that takes them and can't deliver them would never come to an end.
/// </summary>
internal static class DeliveryReport
{
    /// <summary>The other side has taken it.</summary>
    public const string Delivered = "Event Delivered";

    /// <summary>The first attempt failed, and others follow.</summary>
    public const string Delayed = "Event Delivery Delayed";

    /// <summary>It is given up.</summary>
    public const string Failed = "Event Delivery Failed";

    private const string Source = "jobmgmt.events";
    private const string Member = "report";

    /// <summary>Whose way it is: an event for a rule's target; null where it is not told.</summary>
    public static JsonObject? Of(JsonObject envelope, string rule, string target) =>
        envelope.Text("source") == Source ? null : JsonObject.Of(("eventId", envelope.Text("id")), ("rule", rule), ("target", target));

    /// <summary>A notification's message that keeps whose way it is.</summary>
    public static JsonObject Keep(JsonObject message, JsonObject? way) => way is null ? message : message.With(Member, way);

    /// <summary>Tells of a notification; nothing where it is of no event.</summary>
    public static void Put(IEventBus bus, StoreConnection store, string detailType, Notification notification, string? fault)
    {
        if (notification.Message.Object(Member) is { } way)
        {
            Put(bus, store, detailType, way, notification.Attempts + 1, fault);
        }
    }

    /// <summary>Tells of an event's way.</summary>
    public static void Put(IEventBus bus, StoreConnection store, string detailType, JsonObject way, long attempts, string? fault) =>
        bus.Put(store, Source, detailType, [way.Text("target")!], fault is null ? way.With("attempts", attempts) : way.With("attempts", attempts).With("error", fault));
}
