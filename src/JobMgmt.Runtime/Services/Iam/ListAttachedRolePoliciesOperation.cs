using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>ListAttachedRolePolicies: none: the runtime knows no managed policies.</summary>
internal sealed class ListAttachedRolePoliciesOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        _ = database.Read(store => IamRequest.Role(store, request));
        return Task.FromResult(JsonObject.Of(("AttachedPolicies", JsonArray.Empty), ("IsTruncated", false)));
    }
}
