using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>S3 multipart uploads and their parts.</summary>
internal static class S3UploadStore
{
    private const string Columns = "SELECT id, bucket_id, key, initiated, checksum_algorithm, checksum_type, attributes, tags FROM s3_upload";
    private const string PartColumns = "SELECT number, content, size, md5, checksum, modified FROM s3_part";

    public static S3UploadRecord? Find(StoreConnection store, string id) => store.QueryFirst($"{Columns} WHERE id = $1", Read, id);

    /// <summary>A bucket's uploads by key and id, after a place.</summary>
    public static List<S3UploadRecord> List(StoreConnection store, long bucket, string prefix, string afterKey, string? afterId, int most) =>
        store.Query(
            $"{Columns} WHERE bucket_id = $1 AND substr(key, 1, length($2)) = $2 AND (key > $3 OR (key = $3 AND id > $4)) ORDER BY key, id LIMIT $5",
            Read,
            bucket,
            prefix,
            afterKey,
            afterId ?? S3ObjectStore.AfterPrefix(""),
            most);

    public static void Add(StoreConnection store, S3UploadRecord upload) =>
        store.Execute(
            "INSERT INTO s3_upload (id, bucket_id, key, initiated, checksum_algorithm, checksum_type, attributes, tags) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            upload.Id,
            upload.Bucket,
            upload.Key,
            upload.Initiated.ToUnixTimeMilliseconds(),
            upload.ChecksumAlgorithm,
            upload.ChecksumType,
            upload.Attributes.ToString(),
            upload.Tags.ToString());

    /// <summary>Deletes an upload and its parts' rows.</summary>
    public static void Delete(StoreConnection store, string id) => store.Execute("DELETE FROM s3_upload WHERE id = $1", id);

    public static S3PartRecord? FindPart(StoreConnection store, string upload, long number) =>
        store.QueryFirst($"{PartColumns} WHERE upload_id = $1 AND number = $2", ReadPart, upload, number);

    /// <summary>Parts by number, after one.</summary>
    public static List<S3PartRecord> Parts(StoreConnection store, string upload, long after = 0, int most = int.MaxValue) =>
        store.Query($"{PartColumns} WHERE upload_id = $1 AND number > $2 ORDER BY number LIMIT $3", ReadPart, upload, after, most);

    public static void PutPart(StoreConnection store, string upload, S3PartRecord part) =>
        store.Execute(
            "INSERT OR REPLACE INTO s3_part (upload_id, number, content, size, md5, checksum, modified) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            upload,
            part.Number,
            part.Content,
            part.Size,
            part.Md5,
            part.Checksum,
            part.Modified.ToUnixTimeMilliseconds());

    private static S3UploadRecord Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInt64(1),
        row.GetString(2),
        row.Instant(3),
        row.GetString(4),
        row.GetString(5),
        (JsonObject)JsonValue.Parse(row.GetString(6)),
        (JsonObject)JsonValue.Parse(row.GetString(7)));

    private static S3PartRecord ReadPart(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.Instant(5));
}
