using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>SNS topics and their subscriptions.</summary>
internal static class TopicStore
{
    private const string SubscriptionColumns = "SELECT arn, topic, protocol, endpoint FROM sns_subscription";

    public static TopicRecord? Find(StoreConnection store, string arn) =>
        store.QueryFirst("SELECT arn, attributes, tags FROM sns_topic WHERE arn = $1", Topic, arn);

    /// <summary>Topics by ARN, after the last one of the page before.</summary>
    public static List<string> List(StoreConnection store, string? after, int most) =>
        store.Query("SELECT arn FROM sns_topic WHERE $1 IS NULL OR arn > $1 ORDER BY arn LIMIT $2", row => row.GetString(0), after, most);

    public static void Add(StoreConnection store, TopicRecord topic) => store.Execute(
        "INSERT INTO sns_topic (arn, attributes, tags) VALUES ($1, $2, $3)", topic.Arn, topic.Attributes.ToString(), topic.Tags.ToString());

    public static void Delete(StoreConnection store, string arn) => store.Execute("DELETE FROM sns_topic WHERE arn = $1", arn);

    public static SubscriptionRecord? FindSubscription(StoreConnection store, string arn) => store.QueryFirst($"{SubscriptionColumns} WHERE arn = $1", Subscription, arn);

    /// <summary>The subscriptions of a topic by ARN, after the last one of the page before.</summary>
    public static List<SubscriptionRecord> Subscriptions(StoreConnection store, string topic, string? after, int most) =>
        store.Query($"{SubscriptionColumns} WHERE topic = $1 AND ($2 IS NULL OR arn > $2) ORDER BY arn LIMIT $3", Subscription, topic, after, most);

    public static SubscriptionRecord? FindSame(StoreConnection store, SubscriptionRecord wanted) => store.QueryFirst(
        $"{SubscriptionColumns} WHERE topic = $1 AND protocol = $2 AND endpoint = $3", Subscription, wanted.Topic, wanted.Protocol, wanted.Endpoint);

    public static void Add(StoreConnection store, SubscriptionRecord subscription) => store.Execute(
        "INSERT INTO sns_subscription (arn, topic, protocol, endpoint) VALUES ($1, $2, $3, $4)",
        subscription.Arn, subscription.Topic, subscription.Protocol, subscription.Endpoint);

    public static void DeleteSubscription(StoreConnection store, string arn) => store.Execute("DELETE FROM sns_subscription WHERE arn = $1", arn);

    private static TopicRecord Topic(SqliteDataReader row) =>
        new(row.GetString(0), (JsonObject)JsonValue.Parse(row.GetString(1)), (JsonArray)JsonValue.Parse(row.GetString(2)));

    private static SubscriptionRecord Subscription(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3));
}
