using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>DescribeParameters: all that the filters leave, without their values.</summary>
internal sealed class DescribeParametersOperation(ParameterDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        Task.FromResult(ParameterPage.Of(request, ParameterFilters.Where(database.Read(ParameterStore.List), request).ToArray(), 50, description.Metadata));
}
