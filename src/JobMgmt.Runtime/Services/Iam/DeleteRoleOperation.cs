using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>DeleteRole: a role without inline policies.</summary>
internal sealed class DeleteRoleOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store =>
        {
            var role = IamRequest.Role(store, request);
            if (RoleStore.Policies(store, role.Name).Count > 0)
            {
                throw IamErrors.HasPolicies;
            }

            RoleStore.Delete(store, role.Name);
        });
}
