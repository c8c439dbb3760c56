using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>GetAutomationExecution.</summary>
internal sealed class GetAutomationExecutionOperation(Database database, AutomationDescription shapes) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var id = request.Text("AutomationExecutionId");
        new Constraints().Check(id is not null, null, "automationExecutionId", "Member must not be null").Length(id, "automationExecutionId", 36, 36).Enforce();
        return Task.FromResult(database.Read(connection => JsonObject.Of(
            ("AutomationExecution", shapes.Execution(connection, AutomationStore.Find(connection, id!) ?? throw AutomationErrors.NotFound(id!))))));
    }
}
