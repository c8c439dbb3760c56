using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>UploadPart.</summary>
internal sealed class UploadPartOperation(PartUpload parts, ObjectBody body) : IServiceOperation
{
    public async Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var algorithm = parts.Prepare(request);
        using var content = await body.StageAsync(request, call, algorithm);
        return await call.WriteAsync(store =>
        {
            var part = parts.Put(store, request, content);
            return JsonObject.Of(("ETag", $"\"{part.Md5}\""), (content.Algorithm.Member, content.Checksum), ("ServerSideEncryption", ObjectAnswer.Encryption));
        });
    }
}
