using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>ListRoleTags: the tags of a role, on one page.</summary>
internal sealed class ListRoleTagsOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(JsonObject.Of(("Tags", database.Read(store => IamRequest.Role(store, request)).Tags), ("IsTruncated", false)));
}
