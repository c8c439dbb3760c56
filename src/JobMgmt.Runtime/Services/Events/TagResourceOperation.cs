using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>TagResource, for rules.</summary>
internal sealed class TagResourceOperation(RuleTable rules) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "ResourceARN").Required(request, "Tags").Enforce();
        return call.WriteAsync(store =>
        {
            var rule = RuleRequest.RuleByArn(store, request);
            var tags = RuleRequest.Tags(request.Objects("Tags")).Aggregate(rule.Tags, (all, tag) => all.With(tag.Key, tag.Value));
            EventStore.SaveRule(store, rule with { Tags = tags });
            rules.Changed(store, rule.Name);
        });
    }
}
