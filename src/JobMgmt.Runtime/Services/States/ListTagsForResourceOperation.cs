using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ListTagsForResource, for state machines and activities.</summary>
internal sealed class ListTagsForResourceOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Any(request, "resourceArn");
        var tags = database.Read(connection =>
        {
            Tags.CheckResource(connection, arn);
            return TagStore.List(connection, arn);
        });
        return Task.FromResult(JsonObject.Of(("tags", Tags.Describe(tags))));
    }
}
