using JobMgmt.Runtime.Notifications;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>What still has to leave the machine.</summary>
internal static class NotificationStore
{
    public static void Add(StoreConnection store, Notification notification) =>
        store.Execute(
            "INSERT INTO notification (id, destination, origin, message, accepted, most_attempts, give_up, due) VALUES ($1, $2, $3, $4, $5, $6, $7, $5)",
            store.NextId("notification"),
            notification.Destination,
            notification.Origin,
            notification.Message.ToString(),
            notification.Accepted.ToUnixTimeMilliseconds(),
            notification.MostAttempts,
            notification.GiveUp.ToUnixTimeMilliseconds());

    public static List<Notification> Due(StoreConnection store, DateTimeOffset now, int most) =>
        store.Query(
            "SELECT id, destination, origin, message, accepted, attempts, most_attempts, give_up FROM notification WHERE due <= $1 ORDER BY due, id LIMIT $2",
            Read,
            now.ToUnixTimeMilliseconds(),
            most);

    /// <summary>The next time after now at which one is due.</summary>
    public static DateTimeOffset? NextAfter(StoreConnection store, DateTimeOffset now) =>
        store.QueryNumber("SELECT min(due) FROM notification WHERE due > $1", now.ToUnixTimeMilliseconds()) is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;

    public static void Remove(StoreConnection store, long id) => store.Execute("DELETE FROM notification WHERE id = $1", id);

    public static void Postpone(StoreConnection store, long id, DateTimeOffset due) =>
        store.Execute("UPDATE notification SET attempts = attempts + 1, due = $2 WHERE id = $1", id, due.ToUnixTimeMilliseconds());

    private static Notification Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), (JsonObject)JsonValue.Parse(row.GetString(3)), row.Instant(4), row.GetInt64(5), row.GetInt64(6), row.Instant(7));
}
