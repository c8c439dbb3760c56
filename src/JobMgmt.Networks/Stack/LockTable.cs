using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;
using static JobMgmt.Networks.Stack.LockItem;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// What is done with the item of a lock (<see cref="LockItem"/>). The name of a place in it is of execution and job; an entry says who it is and how many may hold the
/// lock beside it, a place its number in the order of arrival, a token is there of those who had to wait. An entry holds the lock when fewer than its slots came before it and
/// are still there: so who leaves lets the next one in by that alone, and only has to tell it.
/// </summary>
internal static class LockTable
{
    /// <summary>So many may wait: an item's answer, with the tokens, has to be within the 256 KiB of a state's data.</summary>
    internal const int MostWaiters = 100;

    /// <summary>What an update says whose condition does not hold; the two spellings are those of the SDK's and of the optimised integration.</summary>
    internal static readonly string[] Refused = { "DynamoDb.ConditionalCheckFailedException", "DynamoDB.ConditionalCheckFailedException" };

    private static readonly string[] Throttling =
        { "DynamoDb.ProvisionedThroughputExceededException", "DynamoDb.RequestLimitExceededException", "DynamoDb.ThrottlingException" };

    private static readonly string[] Gone = { "Sfn.TaskTimedOutException", "Sfn.TaskDoesNotExistException", "Sfn.InvalidTokenException" };

    private const string MakeItem =
        $"SET {Entries} = if_not_exists({Entries}, :none), {Places} = if_not_exists({Places}, :none), {Tokens} = if_not_exists({Tokens}, :none), {Arrivals} = if_not_exists({Arrivals}, :zero)";

    internal static string Resource(RunJobStackNames names) => $"arn:{names.Partition}:states:::aws-sdk:dynamodb:updateItem";

    internal static JsonObject Update(RunJobStackNames names, string key, JsonObject update, bool returnsItem)
    {
        var arguments = JsonObject.Of(("TableName", names.LockTable), ("Key", JsonObject.Of((Key, Text(key)))));
        arguments = update.Aggregate(arguments, (all, member) => all.With(member.Key, member.Value));
        return JsonObject.Of(("Resource", Resource(names)), ("Arguments", returnsItem ? arguments.With("ReturnValues", "ALL_NEW") : arguments));
    }

    /// <summary>Holds the lock if it is free. That the entry is there already is said by an earlier try whose answer was lost.</summary>
    internal static JsonObject Take(LockPlace place) => JsonObject.Of(
        ("UpdateExpression", $"SET {Entries}.#id = :entry, {Places}.#id = if_not_exists({Places}.#id, {Arrivals}), {Arrivals} = {Arrivals} + :one"),
        ("ConditionExpression", $"(attribute_not_exists({Entries}.#id) AND size({Entries}) < :slots) OR (attribute_exists({Entries}.#id) AND attribute_not_exists({Tokens}.#id))"),
        ("ExpressionAttributeNames", Id(place.Id)),
        ("ExpressionAttributeValues", JsonObject.Of((":entry", Entry(place)), (":slots", Number(place.Slots)), (":one", Number(1)))));

    /// <summary>Waits if it is not.</summary>
    /// <param name="place">The place.</param>
    /// <param name="most">So many at most may hold it or wait for it with this one; null: as many as there is room for.</param>
    /// <param name="arrivals">The counter of arrivals as it was seen, where nobody may have come since: an expression. Null: anybody may.</param>
    internal static JsonObject Wait(LockPlace place, int? most = null, string? arrivals = null) => JsonObject.Of(
        ("UpdateExpression", $"SET {Entries}.#id = :entry, {Tokens}.#id = :token, {Places}.#id = {Arrivals}, {Arrivals} = {Arrivals} + :one"),
        ("ConditionExpression", $"attribute_not_exists({Entries}.#id) AND size({Entries}) >= :slots AND size({Tokens}) < :most"
            + (most is null ? "" : $" AND size({Entries}) < :all") + (arrivals is null ? "" : $" AND {Arrivals} = :seen")),
        ("ExpressionAttributeNames", Id(place.Id)),
        ("ExpressionAttributeValues", JsonObject.Of(
            (":entry", Entry(place)),
            (":token", Text(JsonataText.Expression("$states.context.Task.Token"))),
            (":slots", Number(place.Slots)),
            (":most", Number(MostWaiters)),
            (":one", Number(1)),
            (":all", most is { } all ? Number(all) : null),
            (":seen", arrivals is null ? null : JsonObject.Of(("N", JsonataText.Expression(arrivals)))))));

    /// <summary>Makes the item where it is not there; refused where too many wait.</summary>
    internal static JsonObject Make() => JsonObject.Of(
        ("UpdateExpression", MakeItem),
        ("ConditionExpression", $"attribute_not_exists({Tokens}) OR size({Tokens}) < :most"),
        ("ExpressionAttributeValues", JsonObject.Of((":none", JsonObject.Of(("M", JsonObject.Empty))), (":zero", Number(0)), (":most", Number(MostWaiters)))));

    /// <summary>Makes the item where it is not there, and else leaves it as it is: for its answer.</summary>
    internal static JsonObject Look() => JsonObject.Of(
        ("UpdateExpression", MakeItem),
        ("ExpressionAttributeValues", JsonObject.Of((":none", JsonObject.Of(("M", JsonObject.Empty))), (":zero", Number(0)))));

    /// <summary>Gives the lock back where nobody else has had to wait, so that nobody has to be told.</summary>
    internal static JsonObject Release(string id) => JsonObject.Of(
        ("UpdateExpression", RemoveEntry),
        ("ConditionExpression", $"size({Tokens}) = :zero OR (size({Tokens}) = :one AND attribute_exists({Tokens}.#id))"),
        ("ExpressionAttributeNames", Id(id)),
        ("ExpressionAttributeValues", JsonObject.Of((":zero", Number(0)), (":one", Number(1)))));

    /// <summary>Takes an entry away, whether it holds the lock or waits; does nothing where it is gone.</summary>
    internal static JsonObject Remove(string id) => JsonObject.Of(("UpdateExpression", RemoveEntry), ("ExpressionAttributeNames", Id(id)));

    /// <summary>
    /// Of the item that an update answers the tokens of all who hold the lock and had to wait for it. Some know already: being told again does nothing, and so a telling
    /// that was lost is made up for.
    /// </summary>
    internal const string ToWake =
        "($lock := $states.result.Attributes; [$each($lock." + Tokens + ".M, function($token, $id) {( $place := $number($lookup($lock." + Places + ".M, $id).N); "
        + "$before := $count($each($lock." + Places + ".M, function($other) { $number($other.N) < $place ? 1 })); "
        + "$before < $number($lookup($lock." + Entries + ".M, $id).M." + Slots + ".N) ? $token.S )})])";

    /// <summary>A Map that tells all of these.</summary>
    internal static JsonObject WakeAll(RunJobStackNames names, string tokens, string wakeOne, string woken) => JsonObject.Of(
        ("Type", "Map"),
        ("Items", tokens),
        ("ItemProcessor", JsonObject.Of(
            ("ProcessorConfig", JsonObject.Of(("Mode", "INLINE"))),
            ("StartAt", wakeOne),
            ("States", JsonObject.Of(
                (wakeOne, JsonObject.Of(
                    ("Type", "Task"),
                    ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:sendTaskSuccess"),
                    ("Arguments", JsonObject.Of(("TaskToken", Asl.Input), ("Output", "{}"))),
                    ("TimeoutSeconds", JobTimeouts.CallSeconds),
                    ("Retry", Asl.List(Asl.Never(Gone), Asl.Retrier(1, 2, 12, maxDelay: 60, jitter: true, "States.ALL"))),
                    ("Catch", Asl.List(Asl.Catcher(woken, JsonObject.Empty, Gone))),
                    ("Output", JsonObject.Empty),
                    ("Next", woken))),
                (woken, JsonObject.Of(("Type", "Succeed"))))))));

    /// <summary>A state's task that makes an update, and hands the state's input on.</summary>
    internal static JsonObject Task(JsonObject update, JsonArray retry, string next, params JsonObject[] catchers) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", update["Resource"]),
        ("Arguments", update["Arguments"]),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", retry),
        ("Catch", new JsonArray(catchers)),
        ("Output", Asl.Input),
        ("Next", next));

    /// <summary>Whether a call waits for a run's turn.</summary>
    internal static bool WaitsForRun(JsonValue? arguments) =>
        (((arguments as JsonObject)?["Key"] as JsonObject)?[Key] as JsonObject)?["S"] is JsonString { Value: var name } && LockPlace.IsReserved(name);

    /// <summary>For calls that may be made twice: some ten minutes of trying, save after these errors.</summary>
    internal static JsonArray Patient(params string[] never) => Asl.List(Asl.Never(Refused.Concat(never).ToArray()), Asl.Retrier(1, 2, 15, maxDelay: 60, jitter: true, "States.ALL"));

    /// <summary>For those that may not: refusals that say for certain that nothing was done.</summary>
    internal static JsonArray Throttled() => Asl.List(Asl.Retrier(1, 2, 15, maxDelay: 60, jitter: true, Throttling));

    private static JsonObject Entry(LockPlace place) => JsonObject.Of(("M", JsonObject.Of(
        (Execution, Text(JsonataText.Expression("$states.context.Execution.Id"))),
        (Network, Text(JsonataText.Constant(place.Network))),
        (Job, Text(JsonataText.Constant(place.Job))),
        (Slots, Number(place.Slots)),
        (Since, Text(JsonataText.Expression("$states.context.State.EnteredTime"))))));

    private static JsonObject Id(string id) => JsonObject.Of(("#id", id));

    private static JsonObject Text(string text) => JsonObject.Of(("S", text));

    private static JsonObject Number(int number) => JsonObject.Of(("N", number.ToString(CultureInfo.InvariantCulture)));
}
