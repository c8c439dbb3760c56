using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>GetRolePolicy: an inline policy.</summary>
internal sealed class GetRolePolicyOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = IamRequest.PolicyName(request);
        return Task.FromResult(database.Read(store =>
        {
            var role = IamRequest.Role(store, request);
            return JsonObject.Of(
                ("RoleName", role.Name),
                ("PolicyName", name),
                ("PolicyDocument", RoleStore.FindPolicy(store, role.Name, name) ?? throw IamErrors.NoPolicy(name)));
        }));
    }
}
