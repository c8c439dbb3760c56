using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Objects;

/// <summary>
/// Objects in buckets, for S3's operations and for the runtime's own services (Run Command's output, a Map's reader and writer). To put one: stage its bytes, then
/// <see cref="Put"/> it in the transaction that it belongs to.
/// </summary>
internal interface IObjectStore
{
    /// <summary>Whether the bucket is there.</summary>
    bool HasBucket(string bucket);

    /// <summary>Writes bytes to disk, for <see cref="Put"/>. Dispose it whether it was put or not.</summary>
    Task<StagedContent> StageAsync(Stream content, ChecksumAlgorithm? algorithm, CancellationToken cancellation);

    /// <summary>Makes staged bytes an object, in the caller's transaction; an earlier object of the key is replaced.</summary>
    /// <exception cref="Services.ServiceException">NoSuchBucket.</exception>
    S3ObjectRecord Put(StoreConnection store, string bucket, string key, StagedContent content, JsonObject attributes, JsonObject? tags = null, ObjectChange? change = null);

    /// <summary>An object and its open content, which the caller closes.</summary>
    /// <exception cref="Services.ServiceException">NoSuchBucket, NoSuchKey.</exception>
    (S3ObjectRecord Record, Stream Content) Open(string bucket, string key);

    /// <summary>The first objects with a prefix after a key, in the order of keys.</summary>
    /// <exception cref="Services.ServiceException">NoSuchBucket.</exception>
    IReadOnlyList<S3ObjectRecord> List(string bucket, string prefix, string after, int most);
}
