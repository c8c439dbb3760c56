using JobMgmt.Runtime.Objects;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>HeadObject: as GetObject, without the bytes.</summary>
internal sealed class HeadObjectOperation(ObjectStore objects) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        request.RefuseVersion();
        var record = objects.Find(request.Bucket(), request.Key());
        ObjectAnswer.CheckConditions(request, record);
        return Task.FromResult(ObjectAnswer.Of(request, record, ByteRange.Of(request, record)));
    }
}
