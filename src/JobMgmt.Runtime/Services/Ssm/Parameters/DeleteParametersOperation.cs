using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>DeleteParameters: those that are there; the others are told.</summary>
internal sealed class DeleteParametersOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "Names").Enforce();
        return call.WriteAsync(store =>
        {
            var deleted = request.Texts("Names").ToLookup(name => ParameterStore.Delete(store, ParameterSelector.Parse(name).Name));
            return JsonObject.Of(
                ("DeletedParameters", new JsonArray(deleted[true].Select(name => (JsonValue)name).ToArray())),
                ("InvalidParameters", new JsonArray(deleted[false].Select(name => (JsonValue)name).ToArray())));
        });
    }
}
