using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>GetParameterHistory: the kept versions, oldest first.</summary>
internal sealed class GetParameterHistoryOperation(ParameterDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "Name").Enforce();
        var versions = database.Read(store => ParameterStore.History(store, ParameterSelector.Parse(request.Text("Name")!).Name));
        return versions.Count > 0
            ? Task.FromResult(ParameterPage.Of(request, versions, 50, parameter => description.Version(parameter, request.Flag("WithDecryption") == true)))
            : throw ParameterErrors.NotFound;
    }
}
