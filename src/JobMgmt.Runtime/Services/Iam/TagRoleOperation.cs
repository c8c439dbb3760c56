using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>TagRole: sets tags.</summary>
internal sealed class TagRoleOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store =>
        {
            var role = IamRequest.Role(store, request);
            RoleStore.Update(store, role with { Tags = IamRequest.Merge(role.Tags, request.Objects("Tags")) });
        });
}
