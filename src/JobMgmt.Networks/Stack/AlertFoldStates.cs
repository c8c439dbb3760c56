using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// SendFailEvent's part that folds the failures of a job: the first is sent and opens a digest, those that come until the digest ends are counted, and SendDigest tells of them in one alert. A failure that
/// can be neither the first nor counted is sent by itself: better one alert too many.
/// </summary>
internal static class AlertFoldStates
{
    /// <summary>Seconds after a digest's end within which SendDigest has told of it. One that has not been told of by then goes on with the next failure, so that what it counted is told after all.</summary>
    private const int SecondsToTell = 900;

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names, string send)
    {
        var key = AlertTable.Digest("$states.input.Machine", "$states.input.Detail.jobName");
        yield return Asl.State(SendFailEventStates.IsFirst, AlertTable.Call(names, "updateItem", key, JsonObject.Of(
            ("UpdateExpression", "SET EndsAt = :end, OpenedBy = :by, Failures = if_not_exists(Failures, :none), Channel = :channel, Network = :network, Job = :job, Machine = :machine REMOVE Closed"),
            ("ConditionExpression", "attribute_not_exists(Alert) OR OpenedBy = :by OR EndsAt < :overdue"),
            ("ExpressionAttributeValues", JsonObject.Of(
                (":end", AlertTable.Number(EndsAt)),
                (":by", By),
                (":none", AlertTable.Number("0")),
                (":overdue", Overdue),
                (":channel", Text("Detail.channel")),
                (":network", Text("Detail.networkName")),
                (":job", Text("Detail.jobName")),
                (":machine", Text("Machine"))))))
            .With("Catch", Asl.List(Asl.Catcher(SendFailEventStates.Count, Asl.Input, LockTable.Refused), Asl.Catcher(send, Asl.Input, "States.ALL")))
            .With("Output", Asl.Input)
            .With("Next", SendFailEventStates.StartDigest));

        // Named after the first failure, so that it is started once.
        yield return Asl.State(SendFailEventStates.StartDigest, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:startExecution"),
            ("Arguments", JsonObject.Of(
                ("StateMachineArn", names.SendDigestArn),
                ("Name", JsonataText.Expression("$states.context.Execution.Name")),
                ("Input", JsonataText.Expression($"$string({{'Alert': {key}, 'EndsAt': {EndsAt}, 'Ends': $fromMillis({EndsAt})}})")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never("Sfn.ExecutionAlreadyExistsException", Asl.EvaluationError), Asl.Retrier(1, 2, 6, maxDelay: 20, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(
                Asl.Catcher(send, Asl.Input, "Sfn.ExecutionAlreadyExistsException"), Asl.Catcher(SendFailEventStates.EndDigest, Asl.Input, "States.ALL"))),
            ("Output", Asl.Input),
            ("Next", send)));
        yield return Asl.State(SendFailEventStates.EndDigest, AlertTable.Call(names, "deleteItem", key, JsonObject.Empty)
            .With("Catch", Asl.List(Asl.Catcher(send, Asl.Input, "States.ALL")))
            .With("Output", Asl.Input)
            .With("Next", send));

        yield return Asl.State(SendFailEventStates.Count, AlertTable.Call(names, "updateItem", key, JsonObject.Of(
            ("UpdateExpression", "SET LastAt = :at, FirstAt = if_not_exists(FirstAt, :at), Execution = :run, LastError = :error, CountedBy = :by, Failures = Failures + :one"),
            ("ConditionExpression", "attribute_not_exists(Closed) AND EndsAt >= :overdue AND (attribute_not_exists(CountedBy) OR CountedBy <> :by)"),
            ("ExpressionAttributeValues", JsonObject.Of(
                (":at", AlertTable.Text(JsonataText.Expression("$states.context.Execution.StartTime"))),
                (":run", Text("Detail.executionArn")),
                (":error", Text("Detail.error")),
                (":by", By),
                (":one", AlertTable.Number("1")),
                (":overdue", Overdue)))))
            .With("Catch", Asl.List(Asl.Catcher(send, Asl.Input, "States.ALL")))
            .With("Output", Asl.Input)
            .With("Next", SendFailEventStates.MarkFolded));
        yield return Asl.State(SendFailEventStates.MarkFolded, FailingNetwork.Mark(names, told: false)
            .With("Catch", Asl.List(Asl.Catcher(SendFailEventStates.Folded, JsonObject.Empty, "States.ALL")))
            .With("Output", JsonObject.Empty)
            .With("Next", SendFailEventStates.Folded));
        yield return Asl.State(SendFailEventStates.Folded, JsonObject.Of(("Type", "Succeed"), ("Comment", "SendDigest tells of it.")));
    }

    // The same for all tries of this execution.
    private const string Now = "$toMillis($states.context.Execution.StartTime)";
    private const string EndsAt = Now + " + $states.input.Digest * 1000";

    private static JsonObject By => AlertTable.Text(JsonataText.Expression("$states.context.Execution.Name"));

    private static JsonObject Overdue => AlertTable.Number($"{Now} - {(SecondsToTell * 1000).ToString(CultureInfo.InvariantCulture)}");

    private static JsonObject Text(string member) => AlertTable.Text(JsonataText.Expression($"$string($states.input.{member})"));
}
