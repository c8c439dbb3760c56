using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DeleteActivity. One that is not there is no error.</summary>
internal sealed class DeleteActivityOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Activity(request);
        return call.WriteAsync(connection => ActivityStore.Remove(connection, arn));
    }
}
