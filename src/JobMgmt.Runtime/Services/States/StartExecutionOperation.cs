using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>StartExecution of a state machine, a version or an alias. The same name and input while that one runs gives its answer again; any other use of a name is refused (ExecutionAlreadyExists).</summary>
internal sealed class StartExecutionOperation(ExecutionStarter starter) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var reference = StatesArn.QualifiedStateMachine(request);
        var name = ResourceName.Read(request) ?? Guid.NewGuid().ToString();
        var (input, traceHeader) = (request.Text("input") ?? "{}", request.Text("traceHeader"));
        new Constraints().Length(traceHeader, "traceHeader", 0, 256).Pattern(traceHeader, "traceHeader", "[\\x00-\\x7F]*").Enforce();
        var data = JsonText.Parse(input, "input", StatesErrors.InvalidExecutionInput);
        return starter.StartAsync(starter.Target(reference), name, input, data, traceHeader, call);
    }
}
