using System.Globalization;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.Data;

/// <summary>The context object (<c>$$</c>), with the members that AWS shows and in its order.</summary>
internal static class ContextObject
{
    /// <summary>The context object of a branch's current state; of a state that is tested alone, the one that its tester gave, else one without redrives.</summary>
    public static JsonObject Of(Run run, BranchPosition branch, string? taskToken, Func<JsonObject?> mapItem)
    {
        if (run.Trace?.Context is { } given)
        {
            return given;
        }

        var built = Build(run.Position, branch, taskToken, mapItem() ?? run.Trace?.MapItem);
        return run.Trace is null ? built : built.With("Execution", ((JsonObject)built["Execution"]!).Without("RedriveCount"));
    }

    /// <summary>Builds it for a branch's current state.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="taskToken">The attempt's token, where there is one.</param>
    /// <param name="mapItem">The item of the iteration that the branch is in, or that is being started.</param>
    public static JsonObject Build(ExecutionPosition execution, BranchPosition branch, string? taskToken, JsonObject? mapItem)
    {
        var facts = execution.Facts;
        return JsonObject.Of(
            ("Execution", JsonObject.Of(
                ("Id", facts.ExecutionArn),
                ("Input", execution.Input),
                ("StartTime", Text(execution.StartedAt)),
                ("Name", facts.ExecutionName),
                ("RoleArn", facts.RoleArn),
                ("RedriveCount", execution.RedriveCount),
                ("RedriveTime", execution.RedrivenAt is { } redriven ? Text(redriven) : null))),
            ("StateMachine", JsonObject.Of(("Id", facts.StateMachineArn), ("Name", facts.StateMachineName))),
            ("State", JsonObject.Of(
                ("Name", branch.StateName),
                ("EnteredTime", Text(branch.EnteredAt)),
                ("RetryCount", branch.State is WorkState ? (JsonValue)branch.RetryCount : null))),
            ("Task", taskToken is null ? null : JsonObject.Of(("Token", taskToken))),
            ("Map", mapItem is null ? null : JsonObject.Of(("Item", mapItem))));
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>$$.Map.Item</c>.</summary>
    public static JsonObject MapItem(int index, JsonValue value) => JsonObject.Of(("Index", index), ("Value", value), ("Source", MapRuns.MapItem.StateData));
}
