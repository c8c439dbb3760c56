using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>ListCommandInvocations: newest first; Details adds the plugin with 2,500 characters of its output.</summary>
internal sealed class ListCommandInvocationsOperation(CommandDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var id = request.Text("CommandId");
        new Constraints().Length(id, "commandId", 36, 36).Enforce();
        var isWanted = CommandFilters.Of(request);
        return Task.FromResult(database.Read(store =>
        {
            var command = id is null ? null : CommandStore.Find(store, id) ?? throw CommandErrors.NoCommand;
            var commands = new Dictionary<long, CommandRecord>();
            CommandRecord Of(CommandInvocationRecord invocation) =>
                commands.TryGetValue(invocation.Command, out var known) ? known : commands[invocation.Command] = CommandStore.Find(store, invocation.Command)!;
            var (rows, next) = CommandPage.Read(
                request,
                (before, most) => CommandStore.ListInvocations(store, command?.Id, request.Text("InstanceId"), before, most),
                invocation => invocation.Id,
                invocation => isWanted(Of(invocation), invocation.Status, invocation.StatusDetails));
            return JsonObject.Of(
                ("CommandInvocations", new JsonArray(rows.Select(row => (JsonValue)description.Invocation(Of(row), row, request.Flag("Details") == true)).ToArray())),
                ("NextToken", next));
        }));
    }
}
