using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>UntagRole: takes tags away.</summary>
internal sealed class UntagRoleOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store =>
        {
            var role = IamRequest.Role(store, request);
            var keys = request.Texts("TagKeys");
            RoleStore.Update(store, role with { Tags = new JsonArray(role.Tags.Where(tag => !keys.Contains(((JsonObject)tag).Text("Key"))).ToArray()) });
        });
}
