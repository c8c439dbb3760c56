using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>DeleteRetentionPolicy: events are kept for ever.</summary>
internal sealed class DeleteRetentionPolicyOperation(LogLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store => LogStore.SetRetention(store, lookup.Group(store, request).Id, null));
}
