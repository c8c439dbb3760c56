using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>GetParameter: the latest version, or the one named.</summary>
internal sealed class GetParameterOperation(ParameterDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "Name").Length(request.Text("Name"), "name", 1, 2048).Enforce();
        var selector = ParameterSelector.Parse(request.Text("Name")!);
        var parameter = database.Read(selector.Find) ?? throw ParameterErrors.NotFound;
        return Task.FromResult(JsonObject.Of(("Parameter", description.Value(parameter, request.Flag("WithDecryption") == true, selector.Selector))));
    }
}
