using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>DescribeResourcePolicies. An account has ten at most: one page.</summary>
internal sealed class DescribeResourcePoliciesOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(JsonObject.Of(("resourcePolicies", new JsonArray(database.Read(LogStore.Policies).Select(policy =>
            (JsonValue)JsonObject.Of(("policyName", policy.Name), ("policyDocument", policy.Document), ("lastUpdatedTime", policy.Updated)))))));
}
