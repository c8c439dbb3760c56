using System.Globalization;
using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>GetExecutionHistory: by ascending ids, or with <c>reverseOrder</c> the newest first.</summary>
internal sealed class GetExecutionHistoryOperation(Database database, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Execution(request);
        var page = PageToken.Read(request, time, "executionArn", "reverseOrder");
        var downwards = request.Flag("reverseOrder") ?? false;
        var events = database.Read(connection =>
        {
            var execution = ExecutionStore.Find(connection, arn) ?? throw StatesErrors.ExecutionDoesNotExist(arn);
            var from = page.Position is { } position ? long.Parse(position, CultureInfo.InvariantCulture)
                : downwards ? ExecutionHistoryStore.LastId(connection, execution.Id)
                : 1;
            return ExecutionHistoryStore.Read(connection, execution.Id, from, downwards, page.Count + 1);
        });
        var shown = events.Take(page.Count);
        return Task.FromResult(JsonObject.Of(
            ("events", new JsonArray(request.Flag("includeExecutionData") ?? true ? shown : shown.Select(ExecutionEvents.WithoutData))),
            ("nextToken", events.Count > page.Count ? page.Next(((JsonObject)events[^1])["id"]!.ToString()) : null)));
    }
}
