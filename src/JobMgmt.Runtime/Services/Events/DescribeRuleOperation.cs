using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>DescribeRule.</summary>
internal sealed class DescribeRuleOperation(Database database, RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = RuleRequest.Name(request, "Name");
        var rule = database.Read(store => RuleRequest.Rule(store, name)).Describe(identity);
        return Task.FromResult(rule.With("CreatedBy", identity.Account));
    }
}
