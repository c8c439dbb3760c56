using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>UpdateStateMachineAlias: starts from now on go by the new routes.</summary>
internal sealed class UpdateStateMachineAliasOperation(TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var reference = StatesArn.Alias(request);
        var description = request.Text("description");
        var routing = AliasRouting.Read(request);
        if (description is null && routing is null)
        {
            throw new ServiceException("ValidationException", "Either the description or the routingConfiguration must be specified");
        }

        if (routing is not null && routing.MachineArn != reference.MachineArn)
        {
            throw new ServiceException("ValidationException", $"Routing configuration must contain versions of '{reference.MachineArn}'.");
        }

        var now = time.GetUtcNow();
        return call.WriteAsync(connection =>
        {
            var alias = AliasStore.Find(connection, reference.MachineArn, reference.Alias!) ?? throw StatesErrors.ResourceNotFound(reference.Arn);
            routing?.CheckVersions(connection);
            AliasStore.Save(connection, alias with { Description = description ?? alias.Description, Routes = routing?.Routes ?? alias.Routes, Updated = now });
            return JsonObject.Of(("updateDate", now.EpochSeconds()));
        });
    }
}
