using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Sts;

/// <summary>GetCallerIdentity: there is one caller, the owner of the data folder.</summary>
internal sealed class GetCallerIdentityOperation(RuntimeIdentity identity) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(JsonObject.Of(
            ("UserId", identity.Key.Id), ("Account", identity.Account), ("Arn", $"arn:aws:iam::{identity.Account}:root")));
}
