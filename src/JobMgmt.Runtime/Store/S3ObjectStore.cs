using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>S3 objects. Keys are ordered by their UTF-8 bytes, as S3 orders them.</summary>
internal static class S3ObjectStore
{
    private const string Columns =
        "SELECT key, content, size, etag, modified, checksum_algorithm, checksum_type, checksum, attributes, tags, parts FROM s3_object";

    // after every text that begins with what stands before it
    private const string Last = "\U0010FFFF";

    public static S3ObjectRecord? Find(StoreConnection store, long bucket, string key) =>
        store.QueryFirst($"{Columns} WHERE bucket_id = $1 AND key = $2", Read, bucket, key);

    public static bool IsEmpty(StoreConnection store, long bucket) => store.QueryNumber("SELECT 1 FROM s3_object WHERE bucket_id = $1 LIMIT 1", bucket) is null;

    /// <summary>Objects whose keys begin with a prefix and come after another key.</summary>
    public static List<S3ObjectRecord> List(StoreConnection store, long bucket, string prefix, string after, int most) =>
        store.Query($"{Columns} WHERE bucket_id = $1 AND key >= $2 AND key < $3 AND key > $4 ORDER BY key LIMIT $5", Read, bucket, prefix, prefix + Last, after, most);

    /// <summary>A text after every key with that prefix.</summary>
    public static string AfterPrefix(string prefix) => prefix + Last;

    public static void Put(StoreConnection store, long bucket, S3ObjectRecord value) =>
        store.Execute(
            "INSERT OR REPLACE INTO s3_object (bucket_id, key, content, size, etag, modified, checksum_algorithm, checksum_type, checksum, attributes, tags, parts) "
            + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            bucket,
            value.Key,
            value.Content,
            value.Size,
            value.ETag,
            value.Modified.ToUnixTimeMilliseconds(),
            value.ChecksumAlgorithm,
            value.ChecksumType,
            value.Checksum,
            value.Attributes.ToString(),
            value.Tags.ToString(),
            value.Parts is null ? null : new JsonArray(value.Parts.Select(size => (JsonValue)size)).ToString());

    public static void Delete(StoreConnection store, long bucket, string key) => store.Execute("DELETE FROM s3_object WHERE bucket_id = $1 AND key = $2", bucket, key);

    public static void SetTags(StoreConnection store, long bucket, string key, JsonObject tags) =>
        store.Execute("UPDATE s3_object SET tags = $3 WHERE bucket_id = $1 AND key = $2", bucket, key, tags.ToString());

    /// <summary>The files that objects and parts have.</summary>
    public static HashSet<string> Contents(StoreConnection store) =>
        [.. store.Query("SELECT content FROM s3_object UNION ALL SELECT content FROM s3_part", row => row.GetString(0))];

    private static S3ObjectRecord Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetInt64(2),
        row.GetString(3),
        row.Instant(4),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        (JsonObject)JsonValue.Parse(row.GetString(8)),
        (JsonObject)JsonValue.Parse(row.GetString(9)),
        row.Text(10) is { } parts ? ((JsonArray)JsonValue.Parse(parts)).Select(size => (long)((JsonNumber)size).ToDouble()).ToArray() : null);
}
