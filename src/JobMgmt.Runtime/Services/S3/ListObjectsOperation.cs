using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Objects;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>ListObjects, the first version: its next page begins after a marker, and is told only where there is a delimiter.</summary>
internal sealed class ListObjectsOperation(IObjectStore objects, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var encode = ListingAnswer.Encoder(request);
        var (bucket, prefix, delimiter) = (request.Bucket(), request.Text("Prefix") ?? "", request.Text("Delimiter") ?? "");
        var marker = request.Text("Marker") ?? "";
        var most = request.PageSize("MaxKeys");
        var page = ObjectListing.Read(objects, bucket, prefix, delimiter, marker, most);
        var answer = JsonObject.Of(
            ("Name", bucket),
            ("Prefix", encode(prefix)),
            ("Marker", encode(marker)),
            ("NextMarker", page.IsTruncated && delimiter.Length > 0 ? encode(page.Last!) : null),
            ("MaxKeys", most),
            ("Delimiter", delimiter.Length == 0 ? null : encode(delimiter)),
            ("EncodingType", request.Text("EncodingType")),
            ("IsTruncated", page.IsTruncated));
        return Task.FromResult(ListingAnswer.With(answer, page, encode, S3Owner.Of(identity)));
    }
}
