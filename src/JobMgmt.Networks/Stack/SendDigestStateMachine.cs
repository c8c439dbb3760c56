using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// SendDigest: started by SendFailEvent with the first failure of a job whose failures are folded. It waits until the digest ends, and says how often the job has failed since, where it has. What it has
/// read of the table it tells before it takes it away: a failure that comes meanwhile finds the digest closed, and is sent by itself.
/// </summary>
internal static class SendDigestStateMachine
{
    private const string UntilItEnds = "Until the digest ends";
    private const string Close = "Close digest";
    private const string AnyMore = "Did it fail again?";
    private const string Tell = "Does the network still fail?";
    private const string Send = "Send";
    private const string Forget = "Forget";
    private const string NothingMore = "Nothing more";

    private const string Item = "$states.input.Item";

    internal static StateMachineArtefact Artefact(RunJobStackNames names) => new(
        names.SendDigest,
        names.SendDigestArn,
        "Says how often a job has failed since its alert.",
        Asl.Machine(
            "Waits until a digest ends, then puts one alert event for all failures since the first. Input: Alert (the item's key), EndsAt, Ends.",
            UntilItEnds,
            NetworkValidator.MaxDigest + 3600,
            States(names)),
        names.RoleArn(names.SendFailEventRole))
    {
        Tags = StackTags.OfStack(names),
    };

    private static IEnumerable<KeyValuePair<string, JsonValue>> States(RunJobStackNames names)
    {
        var ours = JsonObject.Of((":end", AlertTable.Number(Asl.Given + ".EndsAt")));
        yield return Asl.State(UntilItEnds, JsonObject.Of(("Type", "Wait"), ("Timestamp", JsonataText.Expression(Asl.Given + ".Ends")), ("Next", Close)));
        yield return Asl.State(Close, AlertTable.Call(names, "updateItem", Asl.Given + ".Alert", JsonObject.Of(
            ("UpdateExpression", "SET Closed = :closed"),
            ("ConditionExpression", "EndsAt = :end"),
            ("ExpressionAttributeValues", ours.With(":closed", AlertTable.Yes)),
            ("ReturnValues", "ALL_NEW")))
            .With("Catch", Asl.List(Asl.Catcher(NothingMore, JsonObject.Empty, LockTable.Refused)))
            .With("Output", JsonataText.Expression("{'Item': $states.result.Attributes, 'Count': $number($states.result.Attributes.Failures.N)}"))
            .With("Next", AnyMore));
        yield return Asl.State(AnyMore, Asl.Choose(null, Forget, null, Asl.When("$states.input.Count > 0", null, Tell)));
        yield return Asl.State(Tell, AlertTable.Call(names, "updateItem", AlertTable.Failing(Item + ".Machine.S"), JsonObject.Of(
            ("UpdateExpression", "SET Told = :told"),
            ("ConditionExpression", "attribute_exists(Alert)"),
            ("ExpressionAttributeValues", JsonObject.Of((":told", AlertTable.Yes)))))
            .With("Catch", Asl.List(
                Asl.Catcher(Send, JsonataText.Expression("$merge([$states.input, {'Recovered': true}])"), LockTable.Refused), Asl.Catcher(Send, Asl.Input, "States.ALL")))
            .With("Output", Asl.Input)
            .With("Next", Send));
        yield return Asl.State(Send, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::events:putEvents"),
            ("Arguments", JsonObject.Of(("Entries", Asl.List(JsonObject.Of(
                ("Source", AlertEvents.Source), ("DetailType", AlertEvents.Failed), ("Detail", JsonataText.Expression(Detail(names)))))))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Retrier(2, 2, 12, maxDelay: 60, jitter: true, "States.ALL"))),
            ("Output", Asl.Input),
            ("Next", Forget)));
        yield return Asl.State(Forget, AlertTable.Call(names, "deleteItem", Asl.Given + ".Alert", JsonObject.Of(
            ("ConditionExpression", "EndsAt = :end"), ("ExpressionAttributeValues", ours)))
            .With("Catch", Asl.List(Asl.Catcher(NothingMore, JsonObject.Empty, LockTable.Refused)))
            .With("Output", JsonObject.Empty)
            .With("Next", NothingMore));
        yield return Asl.State(NothingMore, JsonObject.Of(("Type", "Succeed")));
    }

    private static string Detail(RunJobStackNames names) =>
        $"($item := {Item}; $n := $states.input.Count; "
        + "$what := ($item.Job.S = '' ? 'The network ' : 'The job ' & $item.Job.S & ' of the network ') & $item.Network.S; "
        + "$d := {'cause': {'Message': $what & ' failed ' & ($n = 1 ? 'once more, at ' & $item.LastAt.S : $string($n) & ' times more, from ' & $item.FirstAt.S & ' to ' & $item.LastAt.S) "
        + "& '; the last error is ' & $item.LastError.S & '.' & ($states.input.Recovered = true ? ' It has succeeded since.')}, "
        + $"'executionURL': {AlertDetail.Url(names, "$item.Execution.S")}, 'executionArn': $item.Execution.S, 'error': $item.LastError.S, 'channel': $item.Channel.S, "
        + "'networkName': $item.Network.S, 'jobName': $item.Job.S, 'repeats': {'count': $n, 'first': $item.FirstAt.S, 'last': $item.LastAt.S}, 'recovered': $states.input.Recovered = true ? true}; "
        + $"$merge([$d, {{'next': {AlertCommands.Build(names, $"'{AlertEvents.Failed}'", "$d")}}}]))";
}
