using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DeleteStateMachine: gone at once where nothing runs, else DELETING until its executions, which end with their next step, have ended. One that is not there is no error.</summary>
internal sealed class DeleteStateMachineOperation(ExecutionLoop loop) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.StateMachine(request);
        return call.WriteAsync(connection =>
        {
            if (ExecutionStore.AnyRunning(connection, arn))
            {
                StateMachineStore.SetStatus(connection, arn, "DELETING");
                connection.AfterCommit(() => loop.MarkDeleting(arn));
            }
            else
            {
                StateMachineStore.Remove(connection, arn);
            }
        });
    }
}
