using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>CancelCommand: what has not begun is cancelled at once, what runs is killed. A command that has ended stays as it is, without an error.</summary>
internal sealed class CancelCommandOperation(CommandJournal journal, CommandRunner runner) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints().Required(request, "CommandId").Length(request.Text("CommandId"), "commandId", 36, 36).Enforce();
        var ids = request.Texts("InstanceIds");
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
        {
            throw CommandErrors.DuplicateInstance;
        }

        return call.WriteAsync(store =>
        {
            var command = CommandStore.Find(store, request.Text("CommandId")!) ?? throw CommandErrors.NoCommand;
            var invocations = CommandStore.Invocations(store, command.Id);
            var unknown = ids.Where(id => !invocations.Exists(invocation => invocation.InstanceId == id)).ToArray();
            if (unknown.Length > 0)
            {
                throw CommandErrors.NotManaged(unknown);
            }

            foreach (var invocation in invocations.Where(one => !one.HasEnded && (ids.Count == 0 || ids.Contains(one.InstanceId))))
            {
                journal.Cancel(store, command, invocation);
                store.AfterCommit(() => runner.Cancel(invocation.Id));
            }
        });
    }
}
