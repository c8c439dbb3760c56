using JobMgmt.Runtime.Objects;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>UploadPartCopy: an object, or a range of it, becomes a part.</summary>
internal sealed class UploadPartCopyOperation(PartUpload parts, IObjectStore objects) : IServiceOperation
{
    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var algorithm = parts.Prepare(request);
        var (record, stream) = CopySource.Of(request).Open(objects, request);
        await using var opened = stream;
        var source = request.Text("CopySourceRange") is { } range ? RangeStream.Of(stream, ByteRange.OfCopySource(range, record.Size)) : stream;
        using var content = await objects.StageAsync(source, algorithm, call.Aborted);
        return await call.WriteAsync(store =>
        {
            var part = parts.Put(store, request, content);
            var result = JsonObject.Of(("LastModified", part.Modified.WholeSeconds()), ("ETag", $"\"{part.Md5}\""), (algorithm.Member, part.Checksum));
            return JsonObject.Of(("CopyPartResult", result), ("ServerSideEncryption", ObjectAnswer.Encryption));
        });
    }
}
