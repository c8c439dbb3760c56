using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>DeleteLogGroup: with its streams and events.</summary>
internal sealed class DeleteLogGroupOperation(LogLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store => LogStore.DeleteGroup(store, lookup.Group(store, request).Id));
}
