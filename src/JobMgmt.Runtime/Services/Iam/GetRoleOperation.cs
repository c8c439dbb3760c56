using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>GetRole: one role.</summary>
internal sealed class GetRoleOperation(RoleDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(JsonObject.Of(
            ("Role", description.Of(database.Read(store => IamRequest.Role(store, request))).With("RoleLastUsed", JsonObject.Empty))));
}
