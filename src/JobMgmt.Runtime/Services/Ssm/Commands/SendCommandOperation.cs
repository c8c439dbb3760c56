using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Services.Ec2;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>SendCommand: the command and its invocations are in the store when this answers; they run after that.</summary>
internal sealed class SendCommandOperation(
    CommandTargets targets, CommandDescription description, CommandRunner runner, CommandEvents events, LocalMachine machine, TimeProvider time) : IServiceOperation
{
    private const int DefaultTimeout = 3600;
    private const int DefaultConcurrency = 50;

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var document = CommandRequest.Check(request);
        return call.WriteAsync(store =>
        {
            var nodes = targets.Resolve(store, request);
            var command = Record(request, document, nodes.Count);
            command = command with { Id = CommandStore.Add(store, command) };
            foreach (var node in nodes)
            {
                CommandStore.AddInvocation(store, command.Id, node.Id, machine.ComputerName);
                events.InvocationChanged(store, command, node.Id, CommandStatus.Pending);
            }

            events.CommandChanged(store, command, command.Status, nodes.Select(node => node.Id));
            store.AfterCommit(() => runner.Begin(command.Id));
            return JsonObject.Of(("Command", description.Command(command, CommandStore.Invocations(store, command.Id))));
        });
    }

    private CommandRecord Record(JsonObject request, ScriptDocument document, int nodes)
    {
        var now = time.GetUtcNow();
        var until = now.AddSeconds(request.Number("TimeoutSeconds") ?? DefaultTimeout);
        return new CommandRecord(
            0,
            Guid.NewGuid().ToString(),
            document.Name,
            request,
            now,
            until,
            until + ScriptPlan.ExecutionTimeout(request.Object("Parameters") ?? JsonObject.Empty),
            CommandRequest.Count(request.Text("MaxConcurrency"), DefaultConcurrency, nodes, roundUp: true),
            CommandRequest.Count(request.Text("MaxErrors"), 0, nodes, roundUp: false),
            nodes > 0 ? CommandStatus.Pending : CommandStatus.Failed,
            nodes > 0 ? CommandStatus.Pending : CommandStatus.NoInstancesInTag);
    }
}
