using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>PutResourcePolicy: stored, not enforced.</summary>
internal sealed class PutResourcePolicyOperation(TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints("InvalidParameterException").Required(request, "policyName").Required(request, "policyDocument")
            .Length(request.Text("policyDocument"), "policyDocument", 1, 5120).Enforce();
        var now = time.GetUtcNow();
        return call.WriteAsync(store =>
        {
            LogStore.SetPolicy(store, request.Text("policyName")!, request.Text("policyDocument")!, now);
            return JsonObject.Of(("resourcePolicy", JsonObject.Of(
                ("policyName", request.Text("policyName")), ("policyDocument", request.Text("policyDocument")), ("lastUpdatedTime", now.ToUnixTimeMilliseconds()))));
        });
    }
}
