using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>TagResource, for state machines and activities.</summary>
internal sealed class TagResourceOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Any(request, "resourceArn");
        var tags = Tags.Read(request);
        return call.WriteAsync(connection =>
        {
            Tags.CheckResource(connection, arn);
            Tags.Set(connection, arn, tags);
        });
    }
}
