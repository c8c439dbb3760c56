using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Iam;

/// <summary>UpdateRole: description and session duration; what is not named stays.</summary>
internal sealed class UpdateRoleOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        call.WriteAsync(store =>
        {
            var role = IamRequest.Role(store, request);
            RoleStore.Update(store, role with
            {
                Description = request.Text("Description") ?? role.Description,
                MaxSessionDuration = request.Number("MaxSessionDuration") ?? role.MaxSessionDuration,
            });
        });
}
