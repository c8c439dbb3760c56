using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>ListRolePolicies: the names of a role's inline policies, on one page.</summary>
internal sealed class ListRolePoliciesOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(database.Read(store => JsonObject.Of(
            ("PolicyNames", new JsonArray(RoleStore.Policies(store, IamRequest.Role(store, request).Name).Select(name => (JsonValue)name).ToArray())),
            ("IsTruncated", false))));
}
