using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>DeleteLogStream: with its events.</summary>
internal sealed class DeleteLogStreamOperation(LogLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store => LogStore.DeleteStream(store, lookup.Stream(store, lookup.Group(store, request), request).Id));
}
