using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>GetBucketVersioning: it is never on here, which S3 tells by an empty answer.</summary>
internal sealed class GetBucketVersioningOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        database.Read(store => ObjectStore.Bucket(store, request.Bucket()));
        return Task.FromResult(JsonObject.Empty);
    }
}
