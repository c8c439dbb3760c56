using System.Globalization;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ListStateMachineVersions, newest first.</summary>
internal sealed class ListStateMachineVersionsOperation(Database database, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.StateMachine(request);
        var page = PageToken.Read(request, time, "stateMachineArn");
        var before = page.Position is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : long.MaxValue;
        var versions = database.Read(connection =>
        {
            _ = StateMachineStore.Find(connection, arn) ?? throw StatesErrors.StateMachineDoesNotExist(arn);
            return VersionStore.List(connection, arn, before, page.Count + 1);
        });
        var shown = versions.Take(page.Count).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("stateMachineVersions", new JsonArray(shown.Select(version => (JsonValue)JsonObject.Of(
                ("stateMachineVersionArn", version.Arn), ("creationDate", version.Created.EpochSeconds()))))),
            ("nextToken", versions.Count > shown.Length ? page.Next(shown[^1].Version.ToString(CultureInfo.InvariantCulture)) : null)));
    }
}
