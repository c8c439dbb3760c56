using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Objects;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>ListObjectsV2.</summary>
internal sealed class ListObjectsV2Operation(IObjectStore objects, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var encode = ListingAnswer.Encoder(request);
        var (bucket, prefix, delimiter) = (request.Bucket(), request.Text("Prefix") ?? "", request.Text("Delimiter") ?? "");
        var token = request.Text("ContinuationToken");
        var most = request.PageSize("MaxKeys");
        var page = ObjectListing.Read(objects, bucket, prefix, delimiter, token is null ? request.Text("StartAfter") ?? "" : ListToken.Read(token), most);
        var answer = JsonObject.Of(
            ("Name", bucket),
            ("Prefix", encode(prefix)),
            ("Delimiter", delimiter.Length == 0 ? null : encode(delimiter)),
            ("StartAfter", request.Text("StartAfter") is { } start ? encode(start) : null),
            ("ContinuationToken", token),
            ("NextContinuationToken", page.IsTruncated ? ListToken.Write(page.Last!) : null),
            ("KeyCount", page.Objects.Count + page.CommonPrefixes.Count),
            ("MaxKeys", most),
            ("EncodingType", request.Text("EncodingType")),
            ("IsTruncated", page.IsTruncated));
        return Task.FromResult(ListingAnswer.With(answer, page, encode, request.Flag("FetchOwner") == true ? S3Owner.Of(identity) : null));
    }
}
