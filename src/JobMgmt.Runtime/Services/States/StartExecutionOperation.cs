using JobMgmt.Runtime.Executions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>
/// StartExecution of a state machine, a version or an alias. The same name and input while that one runs gives its answer again; any other use of a name is refused
/// (ExecutionAlreadyExists). Names of EXPRESS executions may be the same.
/// </summary>
internal sealed class StartExecutionOperation(ExecutionStarter starter) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var start = StartRequest.Read(request);
        var target = starter.Target(start.Reference);
        return starter.StartAsync(target, starter.ExecutionArn(target, start.Name), start, call);
    }
}
