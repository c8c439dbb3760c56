using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Commands;

/// <summary>An invocation's output, on disk and not in its bucket yet.</summary>
/// <param name="objects">S3.</param>
/// <param name="bucket">The bucket; one that is gone takes nothing.</param>
/// <param name="streams">The streams that are not empty, by key.</param>
internal sealed class StagedOutput(IObjectStore objects, string bucket, IReadOnlyList<(string Key, StagedContent Content)> streams) : IDisposable
{
    private static readonly JsonObject _attributes = JsonObject.Of(("ContentType", "text/plain; charset=utf-8"), ("Metadata", JsonObject.Empty));

    /// <summary>Puts the objects, in the transaction in which the invocation ends: they come once, whenever the runtime is killed.</summary>
    public void Put(StoreConnection store)
    {
        if (streams.Count > 0 && S3BucketStore.Find(store, bucket) is not null)
        {
            foreach (var (key, content) in streams)
            {
                objects.Put(store, bucket, key, content, _attributes);
            }
        }
    }

    public void Dispose()
    {
        foreach (var (_, content) in streams)
        {
            content.Dispose();
        }
    }
}
