using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>StopAutomationExecution: <c>Cancel</c> (the default) interrupts the step that runs; <c>Complete</c> lets it end and runs no further ones.</summary>
internal sealed class StopAutomationExecutionOperation(AutomationTransitions transitions) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var id = request.Text("AutomationExecutionId");
        var type = request.Text("Type") ?? "Cancel";
        new Constraints().Check(id is not null, null, "automationExecutionId", "Member must not be null").Length(id, "automationExecutionId", 36, 36)
            .OneOf(type, "type", "Complete", "Cancel").Enforce();
        return call.WriteAsync(connection =>
        {
            var automation = AutomationStore.Find(connection, id!) ?? throw AutomationErrors.NotFound(id!);
            if (automation.Ended is not null || automation.Status == AutomationStatus.Cancelling)
            {
                throw new ServiceException(
                    "InvalidAutomationStatusUpdateException", $"Automation execution {id} has the status {automation.Status} and can't be stopped.");
            }

            transitions.Stop(connection, automation, type);
        });
    }
}
