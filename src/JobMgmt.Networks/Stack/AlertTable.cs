using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// What alerts have to remember. <c>failing/&lt;state machine&gt;</c> is there from a network's failure to its next success; <c>Told</c> is there once an alert of it went out, and not while all were folded; <c>FailedAt</c>
/// is when it failed last, in milliseconds.
/// <c>digest/&lt;state machine&gt;/&lt;job&gt;</c> is there while the failures of a job are folded into one alert, and counts them. <c>worker/&lt;id&gt;</c> has the last sign of life
/// of a worker that was lost: one that is lost again later has given another one meanwhile.
/// </summary>
internal static class AlertTable
{
    internal const string Key = "Alert";

    /// <summary>The key of a network's item, as an expression.</summary>
    /// <param name="machine">The expression of its state machine's name.</param>
    internal static string Failing(string machine) => $"'failing/' & {machine}";

    /// <summary>The key of a digest.</summary>
    internal static string Digest(string machine, string job) => $"'digest/' & {machine} & '/' & {job}";

    /// <summary>The key of a worker.</summary>
    internal static string Worker(string worker) => $"'worker/' & {worker}";

    /// <summary>A call that changes an item.</summary>
    /// <param name="names">The stack.</param>
    /// <param name="operation">updateItem or deleteItem.</param>
    /// <param name="key">The item's key, as an expression.</param>
    /// <param name="update">The call's other arguments.</param>
    internal static JsonObject Call(RunJobStackNames names, string operation, string key, JsonObject update) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::aws-sdk:dynamodb:{operation}"),
        ("Arguments", update.Aggregate(
            JsonObject.Of(("TableName", names.AlertTable), ("Key", JsonObject.Of((Key, Text(JsonataText.Expression(key)))))),
            (all, member) => all.With(member.Key, member.Value))),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Asl.Never(LockTable.Refused.Append(Asl.EvaluationError).ToArray()), Asl.Retrier(1, 2, 6, maxDelay: 20, jitter: true, "States.ALL"))));

    /// <summary>A text of an item.</summary>
    internal static JsonObject Text(string text) => JsonObject.Of(("S", text));

    /// <summary>A number of an item, as an expression.</summary>
    internal static JsonObject Number(string expression) => JsonObject.Of(("N", JsonataText.Expression($"$string({expression})")));

    /// <summary>What an attribute has that says something by being there. No boolean: the API names that type <c>BOOL</c>, and the integrations may name it as their SDK does.</summary>
    internal static JsonObject Yes => Text("yes");
}
