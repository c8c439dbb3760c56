using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>UntagResource, for log groups.</summary>
internal sealed class UntagResourceOperation(LogLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints("InvalidParameterException").Required(request, "resourceArn").Required(request, "tagKeys").Enforce();
        return call.WriteAsync(store =>
        {
            var group = lookup.GroupByArn(store, request.Text("resourceArn"));
            var tags = request.Texts("tagKeys").Aggregate((JsonObject)JsonValue.Parse(group.Tags), (all, key) => all.Without(key));
            LogStore.SetTags(store, group.Id, tags.ToString());
        });
    }
}
