using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>CopyObject: the source's attributes and tags come along, unless the request replaces them.</summary>
internal sealed class CopyObjectOperation(ObjectStore objects) : IServiceOperation
{
    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (bucket, key) = (request.Bucket(), request.Key());
        var source = CopySource.Of(request);
        var replaces = Replaces(request, "MetadataDirective");
        if (source == new CopySource(bucket, key) && !replaces && !request.Contains("StorageClass") && !request.Contains("WebsiteRedirectLocation"))
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, "
                + "website redirect location or encryption attributes.");
        }

        var (original, stream) = source.Open(objects, request);
        await using var opened = stream;
        using var content = await objects.StageAsync(stream, ObjectBody.Named(request) ?? ChecksumAlgorithm.Find(original.ChecksumAlgorithm), call.Aborted);
        var attributes = replaces ? ObjectAttributes.Of(request) : original.Attributes;
        var tags = Replaces(request, "TaggingDirective") ? ObjectTags.OfHeader(request.Text("Tagging") ?? "") : original.Tags;
        return await call.WriteAsync(store =>
        {
            ObjectAnswer.CheckPut(request, S3ObjectStore.Find(store, ObjectStore.Bucket(store, bucket).Id, key));
            var record = objects.Put(store, bucket, key, content, attributes, tags, new ObjectChange("CopyObject", call.RequestId));
            var result = JsonObject.Of(("LastModified", record.Modified.WholeSeconds()), ("ETag", $"\"{record.ETag}\""));
            return JsonObject.Of(("CopyObjectResult", ObjectAnswer.WithChecksum(result, record)), ("ServerSideEncryption", ObjectAnswer.Encryption));
        });
    }

    private static bool Replaces(JsonObject request, string directive) => request.Text(directive) switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        var other => throw S3Errors.InvalidArgument($"Unknown {(directive == "MetadataDirective" ? "metadata" : "tagging")} directive.", directive, other),
    };
}
