using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ListTagsForResource, for state machines.</summary>
internal sealed class ListTagsForResourceOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Any(request, "resourceArn");
        var tags = database.Read(connection => StateMachineStore.Find(connection, arn) is null ? null : TagStore.List(connection, arn))
            ?? throw StatesErrors.ResourceNotFound(arn);
        return Task.FromResult(JsonObject.Of(("tags", Tags.Describe(tags))));
    }
}
