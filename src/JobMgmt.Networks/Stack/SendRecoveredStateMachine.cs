using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// SendRecovered: started by a rule for each run of a network that succeeds. Where the network had failed it puts one event that it has recovered; nearly always it had not, and two states are all.
/// </summary>
internal static class SendRecoveredStateMachine
{
    private const string HadFailed = "Had the network failed?";
    private const string WasTold = "Was it told?";
    private const string Send = "Send";
    private const string Forget = "Forget";
    private const string NothingMore = "Nothing more";

    // Beyond all retries of its calls.
    private const int TimeoutSeconds = 1800;

    private const string Machine = "$split(" + Asl.Given + ".detail.stateMachineArn, ':')[6]";
    private const string Item = "$states.input.Item";

    // A run that was redriven has begun anew after its own failure, but keeps its startDate.
    private const string Began = "($type(" + Asl.Given + ".detail.redriveDate) = 'number' ? " + Asl.Given + ".detail.redriveDate : " + Asl.Given + ".detail.startDate)";

    // A run that was passed over because another one went on has succeeded only by name, and one that counts failed jobs as done, or leaves jobs out, has not shown that they succeed: no item has
    // this key.
    private const string MachineThatRan =
        "($out := " + Asl.Given + ".detail.output; $in := " + Asl.Given + ".detail.input; "
        + "$type($out) = 'string' and $substring($string($out), 0, $length(" + Skipped + ")) = " + Skipped + " ? '' : "
        + "$type($in) = 'string' and $exists($parse($string($in))." + Rerun.Member + "." + Rerun.AcceptedMember + ") ? '' : " + Machine + ")";

    private const string Skipped = "'{\"" + SkippedRun.Member + "\":'";

    internal static StateMachineArtefact Artefact(RunJobStackNames names) => new(
        names.SendRecovered,
        names.SendRecoveredArn,
        "Says that a network which had failed has succeeded.",
        Asl.Machine("Puts one event where the network had failed. Input: the status event of a run that succeeded.", HadFailed, TimeoutSeconds, States(names)),
        names.RoleArn(names.SendFailEventRole))
    {
        Tags = StackTags.OfStack(names),
    };

    private static IEnumerable<KeyValuePair<string, JsonValue>> States(RunJobStackNames names)
    {
        // A run that had begun when the network failed is no recovery: it may have gone on beside the one that failed, with other parameters. Nor is one that waited for its turn meanwhile, since
        // that can't be told from here: the next one is, and until then an alert stays open that need not.
        // Marked first and taken away last: whatever is done twice in between is done for the same run.
        var run = JsonObject.Of((":run", AlertTable.Text(JsonataText.Expression(Asl.Given + ".detail.executionArn"))));
        yield return Asl.State(HadFailed, AlertTable.Call(names, "updateItem", AlertTable.Failing(MachineThatRan), JsonObject.Of(
            ("UpdateExpression", "SET RecoveredBy = :run"),
            ("ConditionExpression", "attribute_exists(Alert) AND (attribute_not_exists(FailedAt) OR FailedAt <= :began) AND (attribute_not_exists(RecoveredBy) OR RecoveredBy = :run)"),
            ("ExpressionAttributeValues", run.With(":began", AlertTable.Number(Began))),
            ("ReturnValues", "ALL_NEW")))
            .With("Catch", Asl.List(Asl.Catcher(NothingMore, JsonObject.Empty, LockTable.Refused)))
            .With("Output", JsonataText.Expression("{'Item': $states.result.Attributes}"))
            .With("Next", WasTold));
        yield return Asl.State(WasTold, Asl.Choose(
            "Failures that were folded and that nobody was told of need no word that they are over.", Forget, null, Asl.When($"$exists({Item}.Told)", null, Send)));
        yield return Asl.State(Send, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::events:putEvents"),
            ("Arguments", JsonObject.Of(("Entries", Asl.List(JsonObject.Of(
                ("Source", AlertEvents.Source), ("DetailType", AlertEvents.Recovered), ("Detail", JsonataText.Expression(Detail(names)))))))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Retrier(2, 2, 10, maxDelay: 60, jitter: true, "States.ALL"))),
            ("Output", Asl.Input),
            ("Next", Forget)));
        yield return Asl.State(Forget, AlertTable.Call(names, "deleteItem", AlertTable.Failing(Machine), JsonObject.Of(
            ("ConditionExpression", "RecoveredBy = :run"), ("ExpressionAttributeValues", run)))
            .With("Catch", Asl.List(Asl.Catcher(NothingMore, JsonObject.Empty, LockTable.Refused)))
            .With("Output", JsonObject.Empty)
            .With("Next", NothingMore));
        yield return Asl.State(NothingMore, JsonObject.Of(("Type", "Succeed")));
    }

    private static string Detail(RunJobStackNames names) =>
        $"($item := {Item}; $run := {Asl.Given}.detail.executionArn; $network := $item.Network.S; "
        + "$d := {'cause': {'Message': 'The network ' & $network & ' has succeeded; it had failed since ' & $item.Since.S & ', last with ' & $item.LastError.S & '.', "
        + "'Since': $item.Since.S, 'LastFailedExecutionArn': $item.Execution.S}, "
        + $"'executionURL': {AlertDetail.Url(names, "$run")}, 'executionArn': $run, 'error': 'Recovered', 'channel': $item.Channel.S, 'networkName': $network, 'jobName': ''}}; "
        + $"$merge([$d, {{'next': {AlertCommands.Build(names, $"'{AlertEvents.Recovered}'", "$d")}}}]))";
}
