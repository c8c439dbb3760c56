using JobMgmt.Runtime.Notifications;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>Publishes to a topic: each subscriber is owed the message from the caller's transaction on.</summary>
internal sealed class TopicPublisher(NotificationLoop notifications, TimeProvider time)
{
    /// <summary>Publishes; nothing where the topic has no subscribers, or is gone.</summary>
    public void Publish(StoreConnection store, string topic, string messageId, string? subject, string text)
    {
        var now = time.GetUtcNow();
        foreach (var subscription in TopicStore.Subscriptions(store, topic, null, int.MaxValue))
        {
            notifications.Add(store, MailSender.Of(topic, subscription.Arn, messageId, subject, Text(subscription, messageId, subject, text, now), now));
        }
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
