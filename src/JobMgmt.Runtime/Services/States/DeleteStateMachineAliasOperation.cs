using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DeleteStateMachineAlias. Executions that it started run on.</summary>
internal sealed class DeleteStateMachineAliasOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var reference = StatesArn.Alias(request);
        return call.WriteAsync(connection =>
        {
            if (!AliasStore.Remove(connection, reference.MachineArn, reference.Alias!))
            {
                throw StatesErrors.ResourceNotFound(reference.Arn);
            }
        });
    }
}
