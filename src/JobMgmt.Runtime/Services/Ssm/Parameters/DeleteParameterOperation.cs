using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>DeleteParameter: with all its versions.</summary>
internal sealed class DeleteParameterOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "Name").Enforce();
        return call.WriteAsync(store =>
        {
            if (!ParameterStore.Delete(store, ParameterSelector.Parse(request.Text("Name")!).Name))
            {
                throw ParameterErrors.NotFound;
            }
        });
    }
}
