using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>ListCommands: newest first.</summary>
internal sealed class ListCommandsOperation(CommandDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var id = request.Text("CommandId");
        new Constraints().Length(id, "commandId", 36, 36).Enforce();
        var isWanted = CommandFilters.Of(request);
        return Task.FromResult(database.Read(store =>
        {
            var one = id is null ? null : CommandStore.Find(store, id) ?? throw CommandErrors.NoCommand;
            var (rows, next) = CommandPage.Read(
                request,
                (before, most) => CommandStore.List(store, request.Text("InstanceId"), one is null ? before : Math.Min(before, one.Id + 1), one is null ? most : 1)
                    .FindAll(command => one is null || command.Id == one.Id),
                command => command.Id,
                command => isWanted(command, command.Status, command.StatusDetails));
            return JsonObject.Of(
                ("Commands", new JsonArray(rows.Select(command => (JsonValue)description.Command(command, CommandStore.Invocations(store, command.Id))).ToArray())),
                ("NextToken", next));
        }));
    }
}
