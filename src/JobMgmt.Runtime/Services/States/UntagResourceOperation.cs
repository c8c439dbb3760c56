using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>UntagResource, for state machines and activities.</summary>
internal sealed class UntagResourceOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Any(request, "resourceArn");
        var keys = request.Texts("tagKeys");
        return call.WriteAsync(connection =>
        {
            Tags.CheckResource(connection, arn);
            foreach (var key in keys)
            {
                TagStore.Remove(connection, arn, key);
            }
        });
    }
}
