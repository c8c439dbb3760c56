using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>ListParts.</summary>
internal sealed class ListPartsOperation(Database database, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var most = request.PageSize("MaxParts");
        var after = request.Number("PartNumberMarker") ?? 0;
        var (upload, found) = database.Read(store =>
        {
            var upload = PartUpload.Find(store, request);
            return (upload, S3UploadStore.Parts(store, upload.Id, after, most + 1));
        });
        var page = found.Take(most).ToArray();
        var checksum = ChecksumAlgorithm.Find(upload.ChecksumAlgorithm)!.Member;
        return Task.FromResult(JsonObject.Of(
            ("Bucket", request.Bucket()),
            ("Key", upload.Key),
            ("UploadId", upload.Id),
            ("PartNumberMarker", after),
            ("NextPartNumberMarker", page.Length == 0 ? 0 : page[^1].Number),
            ("MaxParts", most),
            ("IsTruncated", found.Count > most),
            ("Parts", page.Length == 0 ? null : new JsonArray(page.Select(part => (JsonValue)JsonObject.Of(
                ("PartNumber", part.Number),
                ("LastModified", part.Modified.WholeSeconds()),
                ("ETag", $"\"{part.Md5}\""),
                ("Size", part.Size),
                (checksum, part.Checksum.Length == 0 ? null : part.Checksum))))),
            ("Initiator", S3Owner.Of(identity)),
            ("Owner", S3Owner.Of(identity)),
            ("StorageClass", upload.Attributes.Text("StorageClass") ?? "STANDARD"),
            ("ChecksumAlgorithm", upload.ChecksumAlgorithm),
            ("ChecksumType", upload.ChecksumType)));
    }
}
