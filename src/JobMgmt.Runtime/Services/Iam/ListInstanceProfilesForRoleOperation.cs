using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>ListInstanceProfilesForRole: none: workers have no instance profiles.</summary>
internal sealed class ListInstanceProfilesForRoleOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        _ = database.Read(store => IamRequest.Role(store, request));
        return Task.FromResult(JsonObject.Of(("InstanceProfiles", JsonArray.Empty), ("IsTruncated", false)));
    }
}
