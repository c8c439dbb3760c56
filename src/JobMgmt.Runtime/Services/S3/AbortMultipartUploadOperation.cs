using JobMgmt.Runtime.Objects;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>AbortMultipartUpload: its parts are deleted.</summary>
internal sealed class AbortMultipartUploadOperation(ObjectStore objects) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store => objects.Delete(store, PartUpload.Find(store, request)));
}
