using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>CreateLogGroup.</summary>
internal sealed class CreateLogGroupOperation(LogLookup lookup, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = lookup.GroupName(request);
        if (name.StartsWith("aws/", StringComparison.OrdinalIgnoreCase))
        {
            throw LogsErrors.Invalid("Log groups starting with AWS/ are reserved for AWS.");
        }

        var tags = request.TextMap("tags");
        return call.WriteAsync(store =>
        {
            if (LogStore.FindGroup(store, name) is not null)
            {
                throw LogsErrors.GroupExists;
            }

            LogStore.AddGroup(store, name, time.GetUtcNow(), tags.ToString());
        });
    }
}
