using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>StopExecution: answered when the execution is ABORTED. One that has ended already is no error.</summary>
internal sealed class StopExecutionOperation(Database database, ExecutionLoop loop) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Execution(request);
        var (error, cause) = (request.Text("error"), request.Text("cause"));
        var execution = database.Read(connection => ExecutionStore.Find(connection, arn)) ?? throw StatesErrors.ExecutionDoesNotExist(arn);
        var message = new ExecutionMessage(at => new ExecutionAbort(at, error, cause))
        {
            Call = call,
            Answer = at => JsonObject.Of(("stopDate", at.EpochSeconds())),
            WhenTooLate = ended => JsonObject.Of(("stopDate", ended.Stopped!.Value.EpochSeconds())),
        };
        loop.Post(execution.Id, message);
        return message.Completion.Task;
    }
}
