using JobMgmt.Runtime.Notifications;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>Publishes to a topic: each subscriber is owed the message from the caller's transaction on.</summary>
internal sealed class TopicPublisher(NotificationLoop notifications, TimeProvider time)
{
    /// <summary>Publishes; false where the topic is not there.</summary>
    /// <param name="store">The caller's transaction.</param>
    /// <param name="topic">The topic's ARN.</param>
    /// <param name="messageId">The message's id.</param>
    /// <param name="subject">Its subject; null for none.</param>
    /// <param name="text">Its text.</param>
    /// <param name="way">The event's way of which this is a part; null where it is of none.</param>
    public bool Publish(StoreConnection store, string topic, string messageId, string? subject, string text, JsonObject? way = null)
    {
        if (TopicStore.Find(store, topic) is null)
        {
            return false;
        }

        var now = time.GetUtcNow();
        foreach (var subscription in TopicStore.Subscriptions(store, topic, null, int.MaxValue))
        {
            notifications.Add(store, MailSender.Of(topic, subscription, messageId, subject, Text(subscription, messageId, subject, text, now), way, now));
        }

        return true;
    }

    private static string Text(SubscriptionRecord subscription, string messageId, string? subject, string text, DateTimeOffset now) => subscription.Protocol == "email"
        ? text
        : JsonObject.Of(
            ("Type", "Notification"),
            ("MessageId", messageId),
            ("TopicArn", subscription.Topic),
            ("Subject", subject),
            ("Message", text),
            ("Timestamp", now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture))).ToString();
}
