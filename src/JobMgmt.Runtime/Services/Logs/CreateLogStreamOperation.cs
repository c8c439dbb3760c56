using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>CreateLogStream.</summary>
internal sealed class CreateLogStreamOperation(LogLookup lookup, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = LogLookup.StreamName(request);
        return call.WriteAsync(store =>
        {
            var group = lookup.Group(store, request);
            if (LogStore.FindStream(store, group.Id, name) is not null)
            {
                throw LogsErrors.StreamExists;
            }

            LogStore.AddStream(store, group.Id, name, time.GetUtcNow());
        });
    }
}
