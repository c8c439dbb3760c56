using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// StopJobs' part that gives back the locks of the ended execution. It reads all of them, a page after the other, since only an item itself says who has a place in it; whatever can't be read or given back,
/// the rest is, and the execution fails then.
/// </summary>
internal static class StopJobsLockStates
{
    private const string AnyLocks = "Are there more locks?";
    private const string CommandsEnd = "Until its commands have ended";
    private const string LetGo = "Let go of its locks";
    private const string RemoveEntry = "Take it out of the lock";
    private const string NotTakenOut = "Not taken out";
    private const string WakeAll = "Wake others";
    private const string WakeOne = "Wake one";
    private const string Woken = "Woken";
    private const string AllGivenBack = "Are all given back?";
    private const string NotGivenBack = "Not all was given back";

    // An item has a token for each that waits for the lock.
    private static readonly PageSizes LocksAtOnce = new(50, 5, 1);

    /// <summary>The states.</summary>
    /// <param name="names">The stack.</param>
    /// <param name="first">The name of the first.</param>
    /// <param name="done">Where it goes on when all is given back.</param>
    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names, string first, string done)
    {
        yield return Asl.State(first, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:dynamodb:scan"),
            ("Arguments", JsonataText.Expression(
                $"($start := $states.input.Start; $merge([{{'TableName': {JsonataText.Quote(names.LockTable)}, 'ConsistentRead': true, 'Limit': {LocksAtOnce.Now}, "
                + $"'FilterExpression': 'attribute_exists({LockItem.Entries})', 'ProjectionExpression': '#lock, {LockItem.Entries}, {LockItem.Tokens}', 'ExpressionAttributeNames': {{'#lock': '{LockItem.Key}'}}}}, "
                + $"$type($start) = 'string' ? {{'ExclusiveStartKey': {{'{LockItem.Key}': {{'S': $start}}}}}} : {{}}]))")),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", LockTable.Patient(Asl.TooMuch, Asl.EvaluationError)),
            ("Catch", Asl.List(Asl.Catcher(AnyLocks, JsonataText.Expression($"$merge([$states.input, {LocksAtOnce.Fewer}])"), "States.ALL"))),
            ("Output", JsonataText.Expression($"{{'AtOnce': {LocksAtOnce.Now}, 'Left': [$append($states.input.Left, {Left})], 'Start': $states.result.LastEvaluatedKey.{LockItem.Key}.S}}")),
            ("Next", AnyLocks)));
        yield return Asl.State(AnyLocks, Asl.Choose(
            "What was found before a page could not be read is given back all the same.",
            CommandsEnd,
            null,
            Asl.When("$not($exists($states.input.Failed)) and ($states.input.Again = true or $type($states.input.Start) = 'string')", null, first),
            Asl.When("$count($states.input.Left) = 0 and $exists($states.input.Failed)", null, NotGivenBack),
            Asl.When("$count($states.input.Left) = 0", null, done)));
        yield return Asl.State(CommandsEnd, JsonObject.Of(("Type", "Wait"), ("Seconds", StopJobsStateMachine.SecondsToEnd), ("Next", LetGo)));
        yield return Asl.State(LetGo, JsonObject.Of(
            ("Type", "Map"),
            ("Items", JsonataText.Expression("$states.input.Left")),
            ("MaxConcurrency", 10),
            ("ItemProcessor", JsonObject.Of(
                ("ProcessorConfig", JsonObject.Of(("Mode", "INLINE"))), ("StartAt", RemoveEntry), ("States", new JsonObject(EachLock(names))))),
            ("Output", JsonataText.Expression("{'Failed': $exists($states.result.Failed) ? ($states.result.Failed)[0] : $states.input.Failed, 'Locks': [$distinct($states.result.Lock)]}")),
            ("Next", AllGivenBack)));
        yield return Asl.State(AllGivenBack, Asl.Choose(null, done, null, Asl.When("$exists($states.input.Failed)", null, NotGivenBack)));
        yield return Asl.State(NotGivenBack, StopJobsStateMachine.Fail(
            JobErrors.LocksNotGivenBack,
            "'Not all locks of the execution could be given back' & ($count($states.input.Locks) > 0 ? ': ' & $join($states.input.Locks, ', ')) & '. Get-JobLock shows them, and Clear-JobLock gives them back.'"));
    }

    // The entries of the ended execution; of a lock where others wait, one that is nobody's, so that who was to be told and was not is told now.
    private static string Left { get; } =
        "($id := " + Asl.Given + ".detail.executionArn; [$states.result.Items.($lock := $; $ids := $each($lock." + LockItem.Entries + ".M, function($entry, $name) { $entry.M." + LockItem.Execution + ".S = $id ? $name }); "
        + "$name := $lock." + LockItem.Key + ".S; $count($ids) > 0 ? $ids.{'Lock': $name, 'Id': $} : $count($keys($lock." + LockItem.Tokens + ".M)) > 0 ? {'Lock': $name, 'Id': '-'})])";

    private static IEnumerable<KeyValuePair<string, JsonValue>> EachLock(RunJobStackNames names)
    {
        var failed = Asl.Catcher(NotTakenOut, JsonataText.Expression($"{{'Lock': $states.input.Lock, 'Failed': {PageSizes.Caught}}}"), "States.ALL");
        var update = LockTable.Update(names, "{% $states.input.Lock %}", LockTable.Remove("{% $states.input.Id %}"), returnsItem: true);
        yield return Asl.State(RemoveEntry, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", update["Resource"]),
            ("Arguments", update["Arguments"]),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", LockTable.Patient()),
            ("Catch", Asl.List(failed)),
            ("Output", JsonataText.Expression($"{{'Lock': $states.input.Lock, 'Wake': {LockTable.ToWake}}}")),
            ("Next", WakeAll)));
        yield return Asl.State(WakeAll, LockTable.WakeAll(names, JsonataText.Expression("$states.input.Wake"), WakeOne, Woken)
            .With("Catch", Asl.List(failed)).With("Output", JsonObject.Empty).With("End", true));
        yield return Asl.State(NotTakenOut, JsonObject.Of(("Type", "Succeed"), ("Comment", "The other locks are given back.")));
    }
}
