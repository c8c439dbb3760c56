using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>TagResource, for log groups.</summary>
internal sealed class TagResourceOperation(LogLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints("InvalidParameterException").Required(request, "resourceArn").Required(request, "tags").Enforce();
        return call.WriteAsync(store =>
        {
            var group = lookup.GroupByArn(store, request.Text("resourceArn"));
            var tags = request.TextMap("tags").Aggregate((JsonObject)JsonValue.Parse(group.Tags), (all, tag) => all.With(tag.Key, tag.Value));
            LogStore.SetTags(store, group.Id, tags.ToString());
        });
    }
}
