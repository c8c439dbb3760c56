using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Instances and their tags.</summary>
internal static class InstanceStore
{
    private const string Columns =
        "SELECT id, reservation_id, launch_index, image_id, instance_type, key_name, client_token, state, launched, changed, reason FROM instances";

    /// <summary>All, in the order of their launch; terminated ones only where they became so after <paramref name="terminatedSince"/>.</summary>
    public static List<InstanceRecord> List(StoreConnection store, DateTimeOffset terminatedSince)
    {
        var tags = store.Query("SELECT instance, key, value FROM instance_tags ORDER BY key", row => (row.GetString(0), KeyValuePair.Create(row.GetString(1), row.GetString(2))))
            .ToLookup(tag => tag.Item1, tag => tag.Item2);
        return store.Query(
                $"{Columns} WHERE state <> 'terminated' OR changed >= $1 ORDER BY launched, reservation_id, launch_index", Instance, terminatedSince.ToUnixTimeMilliseconds())
            .ConvertAll(instance => instance with { Tags = [.. tags[instance.Id]] });
    }

    public static InstanceRecord? Find(StoreConnection store, string id) =>
        store.QueryFirst($"{Columns} WHERE id = $1", Instance, id) is { } instance
            ? instance with { Tags = store.Query("SELECT key, value FROM instance_tags WHERE instance = $1 ORDER BY key", row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), id) }
            : null;

    /// <summary>The instances that were launched with that client token.</summary>
    public static List<string> IdsByClientToken(StoreConnection store, string token) =>
        store.Query("SELECT id FROM instances WHERE client_token = $1 ORDER BY launch_index", row => row.GetString(0), token);

    public static void Add(StoreConnection store, InstanceRecord instance)
    {
        store.Execute(
            "INSERT INTO instances (id, reservation_id, launch_index, image_id, instance_type, key_name, client_token, state, launched, changed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            instance.Id,
            instance.ReservationId,
            instance.LaunchIndex,
            instance.ImageId,
            instance.InstanceType,
            instance.KeyName,
            instance.ClientToken,
            instance.State,
            instance.Launched.ToUnixTimeMilliseconds(),
            instance.Changed.ToUnixTimeMilliseconds());
        foreach (var (key, value) in instance.Tags)
        {
            SetTag(store, instance.Id, key, value);
        }
    }

    public static void SetState(StoreConnection store, string id, string state, string reason, DateTimeOffset now) =>
        store.Execute("UPDATE instances SET state = $2, reason = $3, changed = $4 WHERE id = $1", id, state, reason, now.ToUnixTimeMilliseconds());

    public static void SetLaunched(StoreConnection store, string id, DateTimeOffset now) =>
        store.Execute("UPDATE instances SET launched = $2 WHERE id = $1", id, now.ToUnixTimeMilliseconds());

    public static void SetTag(StoreConnection store, string id, string key, string value) =>
        store.Execute("INSERT INTO instance_tags (instance, key, value) VALUES ($1, $2, $3) ON CONFLICT (instance, key) DO UPDATE SET value = excluded.value", id, key, value);

    /// <summary>Takes a tag away; where a value is given, only if it has that value.</summary>
    public static void RemoveTag(StoreConnection store, string id, string? key, string? value) =>
        store.Execute("DELETE FROM instance_tags WHERE instance = $1 AND ($2 IS NULL OR key = $2) AND ($3 IS NULL OR value = $3)", id, key, value);

    private static InstanceRecord Instance(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetInt64(2),
        row.GetString(3),
        row.GetString(4),
        row.Text(5),
        row.Text(6),
        row.GetString(7),
        row.Instant(8),
        row.Instant(9),
        row.GetString(10));
}
