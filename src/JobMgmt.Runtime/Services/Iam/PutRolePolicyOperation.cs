using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>PutRolePolicy: adds or replaces an inline policy.</summary>
internal sealed class PutRolePolicyOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = IamRequest.PolicyName(request);
        var policy = IamRequest.Policy(request, "PolicyDocument");
        return call.WriteAsync(store => RoleStore.PutPolicy(store, IamRequest.Role(store, request).Name, name, policy));
    }
}
