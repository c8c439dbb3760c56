using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>GetCommandInvocation: status, exit code, times and the beginning of the output.</summary>
internal sealed class GetCommandInvocationOperation(CommandDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "CommandId").Required(request, "InstanceId").Length(request.Text("CommandId"), "commandId", 36, 36).Enforce();
        return Task.FromResult(database.Read(store =>
        {
            var command = CommandStore.Find(store, request.Text("CommandId")!) ?? throw CommandErrors.NoInvocation;
            var invocation = CommandStore.Invocations(store, command.Id).Find(one => one.InstanceId == request.Text("InstanceId")) ?? throw CommandErrors.NoInvocation;
            if (request.Text("PluginName") is { Length: > 0 } plugin && plugin != ScriptDocument.Find(command.DocumentName)!.Plugin)
            {
                throw new ServiceException("InvalidPluginName", null);
            }

            return description.Output(command, invocation);
        }));
    }
}
