using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>S3 buckets.</summary>
internal static class S3BucketStore
{
    public static S3BucketRecord? Find(StoreConnection store, string name) =>
        store.QueryFirst("SELECT id, name, created, sends_events FROM s3_bucket WHERE name = $1", Read, name);

    /// <summary>Buckets by name, after the last one of the page before.</summary>
    public static List<S3BucketRecord> List(StoreConnection store, string? prefix, string? after, int most) =>
        store.Query(
            "SELECT id, name, created, sends_events FROM s3_bucket WHERE ($1 IS NULL OR substr(name, 1, length($1)) = $1) AND ($2 IS NULL OR name > $2) ORDER BY name LIMIT $3",
            Read,
            prefix,
            after,
            most);

    public static void Add(StoreConnection store, string name, DateTimeOffset now) =>
        store.Execute("INSERT INTO s3_bucket (name, created) VALUES ($1, $2)", name, now.ToUnixTimeMilliseconds());

    public static void SetSendsEvents(StoreConnection store, long id, bool sendsEvents) =>
        store.Execute("UPDATE s3_bucket SET sends_events = $2 WHERE id = $1", id, sendsEvents);

    /// <summary>Deletes a bucket that has no objects; its open uploads go with it.</summary>
    public static void Delete(StoreConnection store, long id) => store.Execute("DELETE FROM s3_bucket WHERE id = $1", id);

    private static S3BucketRecord Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.Instant(2), row.GetBoolean(3));
}
