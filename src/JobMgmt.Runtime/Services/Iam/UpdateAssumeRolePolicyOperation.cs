using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>UpdateAssumeRolePolicy: who may assume the role.</summary>
internal sealed class UpdateAssumeRolePolicyOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var policy = IamRequest.Policy(request, "PolicyDocument");
        return call.WriteAsync(store => RoleStore.Update(store, IamRequest.Role(store, request) with { TrustPolicy = policy }));
    }
}
