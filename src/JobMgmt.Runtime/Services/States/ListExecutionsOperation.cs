using System.Globalization;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ListExecutions of a state machine, a version or an alias, newest first.</summary>
internal sealed class ListExecutionsOperation(Database database, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (status, redrive) = (request.Text("statusFilter"), request.Text("redriveFilter"));
        var page = PageToken.Read(request, time, "stateMachineArn", "statusFilter", "redriveFilter");
        if (request.Text("mapRunArn") is not null)
        {
            throw StatesErrors.NotServed("Map Runs yet");
        }

        if (request.Text("stateMachineArn") is null)
        {
            throw new ServiceException("ValidationException", "Must provide either a stateMachineArn or a mapRunArn, but not both.");
        }

        var reference = StatesArn.QualifiedStateMachine(request);
        var before = page.Position is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : long.MaxValue;
        var found = database.Read(connection =>
        {
            var machine = reference.Find(connection);
            return machine.IsExpress ? throw StatesErrors.StateMachineTypeNotSupported()
                : ExecutionStore.List(connection, machine, reference.Version, reference.Alias, status, redrive is null ? null : redrive == "REDRIVEN", before, page.Count + 1);
        });
        var shown = found.Take(page.Count).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("executions", new JsonArray(shown.Select(Describe))),
            ("nextToken", found.Count > shown.Length ? page.Next(shown[^1].Id.ToString(CultureInfo.InvariantCulture)) : null)));
    }

    private static JsonValue Describe(ExecutionRecord execution) => JsonObject.Of(
        ("executionArn", execution.Arn),
        ("stateMachineArn", execution.StateMachineArn),
        ("name", execution.Name),
        ("status", execution.Status),
        ("startDate", execution.Started.EpochSeconds()),
        ("stopDate", execution.Stopped?.EpochSeconds()),
        ("stateMachineVersionArn", execution.VersionArn),
        ("stateMachineAliasArn", execution.AliasArn),
        ("redriveCount", execution.RedriveCount),
        ("redriveDate", execution.Redriven?.EpochSeconds()));
}
