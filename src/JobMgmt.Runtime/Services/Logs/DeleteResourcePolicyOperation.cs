using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>DeleteResourcePolicy.</summary>
internal sealed class DeleteResourcePolicyOperation() : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints("InvalidParameterException").Required(request, "policyName").Enforce();
        var name = request.Text("policyName")!;
        return call.WriteAsync(store =>
        {
            if (!LogStore.DeletePolicy(store, name))
            {
                throw LogsErrors.NoPolicy(name);
            }
        });
    }
}
