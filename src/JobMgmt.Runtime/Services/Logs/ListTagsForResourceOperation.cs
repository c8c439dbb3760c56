using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>ListTagsForResource, for log groups.</summary>
internal sealed class ListTagsForResourceOperation(LogLookup lookup, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints("InvalidParameterException").Required(request, "resourceArn").Enforce();
        return Task.FromResult(JsonObject.Of(("tags", JsonValue.Parse(database.Read(store => lookup.GroupByArn(store, request.Text("resourceArn"))).Tags))));
    }
}
