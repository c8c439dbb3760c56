using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ListStateMachineAliases of a machine, or of one of its versions, by name.</summary>
internal sealed class ListStateMachineAliasesOperation(Database database, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var reference = StatesArn.QualifiedStateMachine(request);
        var page = PageToken.Read(request, time, "stateMachineArn");
        var aliases = database.Read(connection =>
        {
            var machine = reference.Find(connection);
            return AliasStore.List(connection, machine.Arn, page.Position, reference.Version, page.Count + 1);
        });
        var shown = aliases.Take(page.Count).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("stateMachineAliases", new JsonArray(shown.Select(alias => (JsonValue)JsonObject.Of(
                ("stateMachineAliasArn", alias.Arn), ("creationDate", alias.Created.EpochSeconds()))))),
            ("nextToken", aliases.Count > shown.Length ? page.Next(shown[^1].Name) : null)));
    }
}
