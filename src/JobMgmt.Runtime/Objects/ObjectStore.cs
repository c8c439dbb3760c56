using JobMgmt.Runtime.Services.S3;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Objects;

/// <summary>The objects of the data folder: rows in the store, bytes in <see cref="ContentFolder"/>.</summary>
internal sealed class ObjectStore(Database database, ContentFolder folder, ObjectEvents events, TimeProvider time) : IObjectStore
{
    private const int MostReplaced = 100;

    public bool HasBucket(string bucket) => database.Read(store => S3BucketStore.Find(store, bucket)) is not null;

    public Task<StagedContent> StageAsync(Stream content, ChecksumAlgorithm? algorithm, CancellationToken cancellation) =>
        folder.StageAsync(content, algorithm ?? ChecksumAlgorithm.Find(ChecksumAlgorithm.Default)!, cancellation);

    public S3ObjectRecord Put(StoreConnection store, string bucket, string key, StagedContent content, JsonObject attributes, JsonObject? tags = null, ObjectChange? change = null)
    {
        var record = new S3ObjectRecord(
            key,
            content.Id,
            content.Size,
            content.Md5,
            time.GetUtcNow(),
            content.Algorithm.Name,
            ChecksumAlgorithm.FullObject,
            content.Checksum,
            attributes,
            tags ?? JsonObject.Empty,
            null);
        Put(store, bucket, record, content, change ?? ObjectChange.ByService());
        return record;
    }

    /// <summary>As the other, with a record of the caller's.</summary>
    public void Put(StoreConnection store, string bucket, S3ObjectRecord record, StagedContent content, ObjectChange change)
    {
        var owner = Bucket(store, bucket);
        Forget(store, S3ObjectStore.Find(store, owner.Id, record.Key)?.Content);
        S3ObjectStore.Put(store, owner.Id, record);
        content.KeepAfterCommit(store);
        events.Created(store, owner, record, change);
    }

    /// <summary>Deletes an object, if it is there.</summary>
    public void Delete(StoreConnection store, S3BucketRecord bucket, string key, ObjectChange change)
    {
        if (S3ObjectStore.Find(store, bucket.Id, key) is { } record)
        {
            S3ObjectStore.Delete(store, bucket.Id, key);
            Forget(store, record.Content);
            events.Deleted(store, bucket, key, change);
        }
    }

    /// <summary>Deletes an upload and its parts.</summary>
    public void Delete(StoreConnection store, S3UploadRecord upload)
    {
        S3UploadStore.Parts(store, upload.Id).ForEach(part => Forget(store, part.Content));
        S3UploadStore.Delete(store, upload.Id);
    }

    /// <summary>Deletes a file once the row that referred to it is gone on disk.</summary>
    public void Forget(StoreConnection store, string? content)
    {
        if (content is not null)
        {
            store.AfterCommit(() => ThreadPool.QueueUserWorkItem(_ => folder.Delete(content)));
        }
    }

    public (S3ObjectRecord Record, Stream Content) Open(string bucket, string key)
    {
        for (var attempt = 1; ; attempt++)
        {
            var record = Find(bucket, key);
            try
            {
                return (record, folder.Open(record.Content));
            }
            catch (IOException) when (attempt < MostReplaced && Find(bucket, key).Content != record.Content)
            {
                // replaced between the row and the file: the new one is opened
            }
        }
    }

    /// <summary>Opens a part's or an object's bytes.</summary>
    public Stream OpenContent(string content) => folder.Open(content);

    /// <summary>An object.</summary>
    /// <exception cref="Services.ServiceException">NoSuchBucket, NoSuchKey.</exception>
    public S3ObjectRecord Find(string bucket, string key) =>
        database.Read(store => S3ObjectStore.Find(store, Bucket(store, bucket).Id, key)) ?? throw S3Errors.NoSuchKey(key);

    public IReadOnlyList<S3ObjectRecord> List(string bucket, string prefix, string after, int most) =>
        database.Read(store => S3ObjectStore.List(store, Bucket(store, bucket).Id, prefix, after, most));

    /// <summary>A bucket.</summary>
    /// <exception cref="Services.ServiceException">NoSuchBucket.</exception>
    public static S3BucketRecord Bucket(StoreConnection store, string bucket) => S3BucketStore.Find(store, bucket) ?? throw S3Errors.NoSuchBucket(bucket);
}
