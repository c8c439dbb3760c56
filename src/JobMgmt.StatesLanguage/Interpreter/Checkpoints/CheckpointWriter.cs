using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Checkpoints;

/// <summary>A position as JSON with short names; what follows from the definition or from other members is left out.</summary>
internal static class CheckpointWriter
{
    /// <summary>
    /// The newest version: 2 has a Map's items (<c>m</c>), 3 what a redrive needs (<c>y</c>), 4 map runs (<c>g</c>). A checkpoint is written in the lowest version that can hold it, so that an
    /// older program goes on with what it understands.
    /// </summary>
    public const int Version = 4;

    private const int FirstVersion = 1;
    private const int ItemsVersion = 2;
    private const int RedriveVersion = 3;

    public static string Write(ExecutionPosition? position)
    {
        if (position is null)
        {
            return JsonObject.Of(("v", FirstVersion)).ToString();
        }

        var values = new ValueTable();
        var input = values.IndexOf(position.Input);
        var root = position.Root is null ? null : Branch(position.Root, VariableScope.Empty, values);
        return JsonObject.Of(
            ("v", VersionOf(position)),
            ("f", Facts(position.Facts)),
            ("t", position.StartedAt.ToUnixTimeMilliseconds()),
            ("i", input),
            ("r", Array(Hex(position.Random.Seed), Hex(position.Random.SeedHigh), position.Random.Draws)),
            ("n", Array(position.NextEventId, position.NextTimerId, position.NextTaskId)),
            ("w", NotZero(position.TimeoutTimerId)),
            ("y", IsRedriven(position) ? Array(position.RedriveCount, position.RedrivenAt?.ToUnixTimeMilliseconds() ?? 0, position.IsStopped ? 1 : 0) : null),
            ("b", root),
            ("d", new JsonArray(values.Values))).ToString();
    }

    private static int VersionOf(ExecutionPosition position) => position.Root?.All().Any(branch => branch.MapRun is not null) == true ? Version
        : IsRedriven(position) ? RedriveVersion
        : position.Root?.All().Any(branch => branch.Children is { KeepsItems: true }) == true ? ItemsVersion
        : FirstVersion;

    private static bool IsRedriven(ExecutionPosition position) => position.IsStopped || position.RedriveCount > 0;

    private static JsonObject Branch(BranchPosition branch, VariableScope outer, ValueTable values) => JsonObject.Of(
        ("x", NotZero(branch.Index)),
        ("s", branch.StateName),
        ("i", values.IndexOf(branch.Input)),
        ("u", ReferenceEquals(branch.Variables, outer) ? null : values.IndexOf(branch.Variables.Values)),
        ("p", (int)branch.Phase),
        ("e", branch.EnteredEventId),
        ("a", branch.EnteredAt.ToUnixTimeMilliseconds()),
        ("l", branch.LastEventId == branch.EnteredEventId ? null : branch.LastEventId),
        ("q", branch.RetryCounts is null ? null : new JsonArray(branch.RetryCounts.Select(count => (JsonValue)count))),
        ("c", NotZero(branch.RetryCount)),
        ("w", NotZero(branch.TimerId)),
        ("k", branch.Task is null ? null : Task(branch.Task)),
        ("g", branch.MapRun is null ? null : MapRun(branch.MapRun)),
        ("b", branch.Children is null ? null : Children(branch, branch.Children, values)));

    private static JsonArray Task(TaskPosition task) =>
        Array(task.TaskId, task.TimeoutTimerId, task.HeartbeatTimerId, task.HeartbeatSeconds, task.IsSubmitted ? 1 : 0);

    private static JsonArray MapRun(MapRunPosition mapRun) =>
        Array(mapRun.TaskId, mapRun.Arn, mapRun.StartedEventId, mapRun.RedriveCount, mapRun.HasFailed ? 1 : 0);

    private static JsonObject Children(BranchPosition branch, ChildrenPosition children, ValueTable values) => JsonObject.Of(
        ("c", children.Branches.Length),
        ("n", children.NextIndex),
        ("r", new JsonArray(children.Branches.Where(child => child is not null).Select(child => (JsonValue)Branch(child!, branch.Variables, values)))),
        ("o", Outputs(children, values)),
        ("m", children.KeepsItems ? values.IndexOf(children.Items!) : null));

    private static JsonArray? Outputs(ChildrenPosition children, ValueTable values)
    {
        var outputs = new List<JsonValue>();
        for (var i = 0; i < children.Outputs.Length; i++)
        {
            if (children.Outputs[i] is { } output)
            {
                outputs.Add(i);
                outputs.Add(values.IndexOf(output));
            }
        }

        return outputs.Count == 0 ? null : new JsonArray((IReadOnlyList<JsonValue>)outputs);
    }

    /// <summary>The names follow from the execution's ARN, save where a version or alias was started.</summary>
    private static JsonArray Facts(ExecutionFacts facts) => facts == FactsOf(facts.ExecutionArn, facts.RoleArn)
        ? Array(facts.ExecutionArn, facts.RoleArn)
        : Array(facts.ExecutionArn, facts.RoleArn, facts.ExecutionName, facts.StateMachineArn, facts.StateMachineName);

    internal static ExecutionFacts FactsOf(string executionArn, string roleArn)
    {
        var parts = executionArn.Split(':');
        return parts.Length == 8
            ? new ExecutionFacts(executionArn, parts[7], $"{string.Join(":", parts.Take(5))}:stateMachine:{parts[6]}", parts[6], roleArn)
            : new ExecutionFacts(executionArn, string.Empty, string.Empty, string.Empty, roleArn);
    }

    private static JsonArray Array(params JsonValue[] items) => new((IReadOnlyList<JsonValue>)items);

    private static string Hex(ulong value) => value.ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonValue? NotZero(long value) => value == 0 ? null : value;
}
