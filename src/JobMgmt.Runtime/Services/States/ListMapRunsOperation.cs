using System.Globalization;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ListMapRuns of an execution, oldest first.</summary>
internal sealed class ListMapRunsOperation(Database database, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Execution(request);
        var page = PageToken.Read(request, time, "executionArn");
        var after = page.Position is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : 0;
        var (execution, found) = database.Read(connection =>
        {
            var parent = ExecutionStore.Find(connection, arn) ?? throw StatesErrors.ExecutionDoesNotExist(arn);
            return (parent, MapRunStore.List(connection, parent.Id, after, page.Count + 1));
        });
        var shown = found.Take(page.Count).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("mapRuns", new JsonArray(shown.Select(run => Describe(execution, run)))),
            ("nextToken", found.Count > shown.Length ? page.Next(shown[^1].Id.ToString(CultureInfo.InvariantCulture)) : null)));
    }

    private static JsonValue Describe(ExecutionRecord execution, MapRunRecord run) => JsonObject.Of(
        ("executionArn", execution.Arn),
        ("mapRunArn", run.Arn),
        ("stateMachineArn", run.StateMachineArn),
        ("startDate", run.Started.EpochSeconds()),
        ("stopDate", run.Stopped?.EpochSeconds()));
}
