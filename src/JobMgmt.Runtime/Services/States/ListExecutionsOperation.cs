using System.Globalization;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ListExecutions of a state machine, a version or an alias, or the children of a Map Run; newest first.</summary>
internal sealed class ListExecutionsOperation(Database database, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (status, redrive) = (request.Text("statusFilter"), request.Text("redriveFilter"));
        var page = PageToken.Read(request, time, "stateMachineArn", "mapRunArn", "statusFilter", "redriveFilter");
        if (request.Text("stateMachineArn") is null == request.Text("mapRunArn") is null)
        {
            throw new ServiceException("ValidationException", "Must provide either a stateMachineArn or a mapRunArn, but not both.");
        }

        var before = page.Position is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : long.MaxValue;
        var isRedriven = redrive is null ? (bool?)null : redrive == "REDRIVEN";
        var found = request.Text("mapRunArn") is not null
            ? Children(StatesArn.MapRun(request), status, isRedriven, before, page.Count + 1)
            : OfMachine(StatesArn.QualifiedStateMachine(request), status, isRedriven, before, page.Count + 1);
        var shown = found.Take(page.Count).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("executions", new JsonArray(shown.Select(item => Describe(item.Execution, item.More)))),
            ("nextToken", found.Count > shown.Length ? page.Next(shown[^1].Execution.Id.ToString(CultureInfo.InvariantCulture)) : null)));
    }

    private List<(ExecutionRecord Execution, JsonObject More)> OfMachine(StateMachineReference reference, string? status, bool? redriven, long before, int count) =>
        database.Read(connection =>
        {
            var machine = reference.Find(connection);
            return machine.IsExpress ? throw StatesErrors.StateMachineTypeNotSupported()
                : ExecutionStore.List(connection, machine, reference.Version, reference.Alias, status, redriven, before, count);
        }).ConvertAll(execution => (execution, JsonObject.Empty));

    private List<(ExecutionRecord Execution, JsonObject More)> Children(string mapRunArn, string? status, bool? redriven, long before, int count) =>
        database.Read(connection =>
        {
            var run = MapRunStore.Find(connection, mapRunArn) ?? throw StatesErrors.ResourceNotFound(mapRunArn);
            return ExecutionStore.ListChildren(connection, run.Id, status, redriven, before, count);
        }).ConvertAll(child => (child.Execution, JsonObject.Of(("mapRunArn", mapRunArn), ("itemCount", child.Items))));

    private static JsonValue Describe(ExecutionRecord execution, JsonObject more) => JsonObject.Of(
        ("executionArn", execution.Arn),
        ("stateMachineArn", execution.StateMachineArn),
        ("name", execution.Name),
        ("status", execution.Status),
        ("startDate", execution.Started.EpochSeconds()),
        ("stopDate", execution.Stopped?.EpochSeconds()),
        ("mapRunArn", more["mapRunArn"]),
        ("itemCount", more["itemCount"]),
        ("stateMachineVersionArn", execution.VersionArn),
        ("stateMachineAliasArn", execution.AliasArn),
        ("redriveCount", execution.RedriveCount),
        ("redriveDate", execution.Redriven?.EpochSeconds()));
}
