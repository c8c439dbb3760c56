using System.Globalization;
using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Objects;

/// <summary>
/// What S3 tells EventBridge of a bucket's objects, in the transaction that changes them (https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html).
/// </summary>
internal sealed class ObjectEvents(IEventBus bus, RuntimeIdentity identity, TimeProvider time)
{
    private long _sequence;

    /// <summary>An object has been put.</summary>
    public void Created(StoreConnection store, S3BucketRecord bucket, S3ObjectRecord record, ObjectChange change) => Put(
        store,
        bucket,
        "Object Created",
        JsonObject.Of(("key", record.Key), ("size", record.Size), ("etag", record.ETag), ("sequencer", Sequencer())),
        change);

    /// <summary>An object has been deleted.</summary>
    public void Deleted(StoreConnection store, S3BucketRecord bucket, string key, ObjectChange change) =>
        Put(store, bucket, "Object Deleted", JsonObject.Of(("key", key), ("sequencer", Sequencer())), change, "Permanently Deleted");

    private void Put(StoreConnection store, S3BucketRecord bucket, string detailType, JsonObject about, ObjectChange change, string? deletionType = null)
    {
        if (bucket.SendsEvents)
        {
            bus.Put(store, "aws.s3", detailType, [$"arn:aws:s3:::{bucket.Name}"], JsonObject.Of(
                ("version", "0"),
                ("bucket", JsonObject.Of(("name", bucket.Name))),
                ("object", about),
                ("request-id", change.RequestId),
                ("requester", identity.Account),
                ("source-ip-address", "127.0.0.1"),
                ("reason", change.Reason),
                ("deletion-type", deletionType)));
        }
    }

    /// <summary>Of two events of a key the later one has the greater text. Only the writer's thread comes here.</summary>
    private string Sequencer()
    {
        _sequence = Math.Max(_sequence + 1, time.GetUtcNow().Ticks);
        return _sequence.ToString("X18", CultureInfo.InvariantCulture);
    }
}
