using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>ListMultipartUploads: those that are neither completed nor aborted.</summary>
internal sealed class ListMultipartUploadsOperation(Database database, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        if (request.Text("Delimiter") is { Length: > 0 })
        {
            throw new ServiceException("NotImplemented", "The local runtime does not serve Delimiter in ListMultipartUploads.", 501);
        }

        var encode = ListingAnswer.Encoder(request);
        var most = request.PageSize("MaxUploads");
        var (keyMarker, idMarker) = (request.Text("KeyMarker") ?? "", request.Text("UploadIdMarker"));
        var found = database.Read(store =>
            S3UploadStore.List(store, ObjectStore.Bucket(store, request.Bucket()).Id, request.Text("Prefix") ?? "", keyMarker, idMarker, most + 1));
        var page = found.Take(most).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("Bucket", request.Bucket()),
            ("KeyMarker", encode(keyMarker)),
            ("UploadIdMarker", idMarker ?? ""),
            ("Prefix", request.Text("Prefix") is { } prefix ? encode(prefix) : null),
            ("NextKeyMarker", found.Count > most && page.Length > 0 ? encode(page[^1].Key) : null),
            ("NextUploadIdMarker", found.Count > most && page.Length > 0 ? page[^1].Id : null),
            ("EncodingType", request.Text("EncodingType")),
            ("MaxUploads", most),
            ("IsTruncated", found.Count > most),
            ("Uploads", page.Length == 0 ? null : new JsonArray(page.Select(upload => (JsonValue)JsonObject.Of(
                ("Key", encode(upload.Key)),
                ("UploadId", upload.Id),
                ("Initiator", S3Owner.Of(identity)),
                ("Owner", S3Owner.Of(identity)),
                ("StorageClass", upload.Attributes.Text("StorageClass") ?? "STANDARD"),
                ("Initiated", upload.Initiated.WholeSeconds()),
                ("ChecksumAlgorithm", upload.ChecksumAlgorithm),
                ("ChecksumType", upload.ChecksumType)))))));
    }
}
