using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>UntagResource, for rules.</summary>
internal sealed class UntagResourceOperation(RuleTable rules) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "ResourceARN").Required(request, "TagKeys").Enforce();
        return call.WriteAsync(store =>
        {
            var rule = RuleRequest.RuleByArn(store, request);
            EventStore.SaveRule(store, rule with { Tags = request.Texts("TagKeys").Aggregate(rule.Tags, (all, key) => all.Without(key)) });
            rules.Changed(store, rule.Name);
        });
    }
}
