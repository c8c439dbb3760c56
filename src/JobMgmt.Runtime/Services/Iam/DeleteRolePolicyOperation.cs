using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>DeleteRolePolicy: takes an inline policy away.</summary>
internal sealed class DeleteRolePolicyOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = IamRequest.PolicyName(request);
        return call.WriteAsync(store =>
        {
            if (RoleStore.DeletePolicy(store, IamRequest.Role(store, request).Name, name) == 0)
            {
                throw IamErrors.NoPolicy(name);
            }
        });
    }
}
