using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>ListBuckets: paged where the request says how many.</summary>
internal sealed class ListBucketsOperation(Database database, RuntimeIdentity identity) : IServiceOperation
{
    private const int Most = 10_000;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var most = (int)Math.Clamp(request.Number("MaxBuckets") ?? Most, 1, Most);
        var prefix = request.Text("Prefix");
        var after = request.Text("ContinuationToken") is { } token ? ListToken.Read(token) : null;
        var found = database.Read(store => S3BucketStore.List(store, prefix, after, most + 1));
        var page = found.Take(most).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("Buckets", new JsonArray(page.Select(bucket => (JsonValue)JsonObject.Of(
                ("Name", bucket.Name),
                ("CreationDate", bucket.Created.WholeSeconds()),
                ("BucketRegion", request.Contains("MaxBuckets") ? identity.Region : null))))),
            ("Owner", S3Owner.Of(identity)),
            ("Prefix", prefix),
            ("ContinuationToken", found.Count > most ? ListToken.Write(page[^1].Name) : null)));
    }
}
