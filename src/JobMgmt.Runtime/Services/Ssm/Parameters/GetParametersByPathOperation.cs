using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>GetParametersByPath: those below a path, with Recursive at any depth; ten a page.</summary>
internal sealed class GetParametersByPathOperation(ParameterDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "Path").Enforce();
        var path = request.Text("Path")!;
        if (!path.StartsWith('/'))
        {
            throw new ServiceException("ValidationException", "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\".");
        }

        var found = ParameterFilters.Where(database.Read(ParameterStore.List), request)
            .Where(parameter => ParameterFilters.IsUnder(parameter.Name, path, request.Flag("Recursive") == true)).ToArray();
        return Task.FromResult(ParameterPage.Of(request, found, 10, parameter => description.Value(parameter, request.Flag("WithDecryption") == true)));
    }
}
