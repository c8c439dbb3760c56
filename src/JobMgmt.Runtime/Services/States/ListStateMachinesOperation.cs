using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ListStateMachines, by name.</summary>
internal sealed class ListStateMachinesOperation(Database database, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var page = PageToken.Read(request, time);
        var machines = database.Read(connection => StateMachineStore.List(connection, page.Position, page.Count + 1));
        var shown = machines.Take(page.Count).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("stateMachines", new JsonArray(shown.Select(machine => (JsonValue)JsonObject.Of(
                ("stateMachineArn", machine.Arn), ("name", machine.Name), ("type", machine.Type), ("creationDate", machine.Created.EpochSeconds()))))),
            ("nextToken", machines.Count > shown.Length ? page.Next(shown[^1].Name) : null)));
    }
}
