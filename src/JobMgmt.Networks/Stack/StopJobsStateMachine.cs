using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// StopJobs: started by a rule with the status event of a network or of a RunJob execution that was aborted, timed out or broke. Nothing that waits by task token
/// is stopped by Step Functions itself, so this reads from the ended execution's history what it had started, and stops it: RunJob executions and those of networks that
/// are jobs, whose own abort starts StopJobs again, and automations, which then stop their command. (Of the networks Step Functions tries it itself, without a promise.)
/// A RunJob execution that somebody stopped, or that broke, can't answer its network any more: once its command has had the time to end, StopJobs answers for it.
/// </summary>
internal static class StopJobsStateMachine
{
    private const string ReadEvents = "Read events";
    private const string ReadFewEvents = "Read few events";
    private const string StopEach = "Stop what was started";
    private const string More = "Are there earlier events?";
    private const string WhatIsIt = "What was started?";
    private const string StopRunJob = "Stop RunJob or network";
    private const string StopAutomation = "Stop automation";
    private const string Done = "Done";
    private const string JobEnds = "Until its job has ended";
    private const string ReadInput = "Read its input";
    private const string AnswerNetwork = "Answer its network";
    private const string ReadLocks = "Read locks";
    private const string AnyLocks = "Are there locks?";
    private const string CommandsEnd = "Until its commands have ended";
    private const string LetGo = "Let go of its locks";
    private const string RemoveEntry = "Take it out of the lock";
    private const string WakeAll = "Wake others";
    private const string WakeOne = "Wake one";
    private const string Woken = "Woken";
    private const string NothingMore = "Nothing more";

    // An automation is cancelled and its command stopped within this; until then the lock is still needed, and the job is not over.
    private const int SecondsToEnd = 10;

    private const int TimeoutSeconds = 900;

    internal static StateMachineArtefact Artefact(RunJobStackNames names) => new(
        names.StopJobs,
        names.StopJobsArn,
        "Stops the jobs that an aborted or broken run has left running.",
        Asl.Machine("Stops what an ended execution has left running. Input: its status event.", ReadEvents, TimeoutSeconds, States(names)),
        names.RoleArn(names.StopJobsRole))
    {
        Tags = StackTags.OfStack(names),
    };

    private static IEnumerable<KeyValuePair<string, JsonValue>> States(RunJobStackNames names)
    {
        // From the last event back to the first: of a job with many items, what still runs may have been started long ago. An answer has 256 KB, and events carry whole inputs: where
        // many are too much, few are not.
        yield return Asl.State(ReadEvents, Read(names, 100, Asl.Catcher(ReadFewEvents, Asl.Input, "States.ALL")));
        yield return Asl.State(ReadFewEvents, Read(names, 5, null));
        yield return Asl.State(StopEach, JsonObject.Of(
            ("Type", "Map"),
            ("Items", JsonataText.Expression("$states.input.Running")),
            ("MaxConcurrency", 10),
            ("ItemProcessor", JsonObject.Of(
                ("ProcessorConfig", JsonObject.Of(("Mode", "INLINE"))),
                ("StartAt", WhatIsIt),
                ("States", new JsonObject(Each(names))))),
            ("Output", Asl.Input),
            ("Next", More)));
        yield return Asl.State(More, Asl.Choose(
            null,
            ReadLocks,
            JsonObject.Empty,
            Asl.When("$type($states.input.NextToken) = 'string'", Asl.Input, ReadEvents),
            Asl.When(MayBeAwaited(names), JsonObject.Empty, JobEnds)));
        foreach (var state in Answer(names))
        {
            yield return state;
        }

        yield return Asl.State(ReadLocks, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:dynamodb:scan"),
            ("Arguments", JsonObject.Of(
                ("TableName", names.LockTable),
                ("ConsistentRead", true),
                ("FilterExpression", "attribute_exists(Entries)"),
                ("ProjectionExpression", "#lock, Entries, Tokens"),
                ("ExpressionAttributeNames", JsonObject.Of(("#lock", LockTable.Key))))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", LockTable.Patient()),
            ("Output", JsonataText.Expression(Left)),
            ("Next", AnyLocks)));
        yield return Asl.State(AnyLocks, Asl.Choose(null, CommandsEnd, null, Asl.When("$count($states.input) = 0", null, NothingMore)));
        yield return Asl.State(CommandsEnd, JsonObject.Of(("Type", "Wait"), ("Seconds", SecondsToEnd), ("Next", LetGo)));
        yield return Asl.State(LetGo, JsonObject.Of(
            ("Type", "Map"),
            ("Items", Asl.Input),
            ("MaxConcurrency", 10),
            ("ItemProcessor", JsonObject.Of(
                ("ProcessorConfig", JsonObject.Of(("Mode", "INLINE"))), ("StartAt", RemoveEntry), ("States", new JsonObject(EachLock(names))))),
            ("Next", NothingMore)));
        yield return Asl.State(NothingMore, JsonObject.Of(("Type", "Succeed")));
    }

    // What was stopped by this machine was stopped since its network had ended: nobody is left to be told.
    private static string MayBeAwaited(RunJobStackNames names) =>
        $"{Asl.Given}.detail.stateMachineArn = '{names.RunJobArn}' and $not({Asl.Given}.detail.error = '{JobErrors.JobNetworkEnded}')";

    /// <summary>
    /// The answer that a RunJob execution owes its network, so that the network alerts and goes on at once and does not wait until its own timeout. The token is in the execution's input,
    /// which a status event leaves out where it is long. A network that has ended, or had its answer, can't be told; nor has a RunJob that was started alone a token, so that nothing is sent.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, JsonValue>> Answer(RunJobStackNames names)
    {
        yield return Asl.State(JobEnds, JsonObject.Of(("Type", "Wait"), ("Seconds", SecondsToEnd), ("Next", ReadInput)));
        yield return Asl.State(ReadInput, Ask(
            names,
            "describeExecution",
            JsonObject.Of(("ExecutionArn", JsonataText.Expression(Asl.Given + ".detail.executionArn"))),
            JsonObject.Of(("TaskToken", JsonataText.Expression("$parse($states.result.Input).TaskToken"))),
            AnswerNetwork));
        yield return Asl.State(AnswerNetwork, Ask(
            names,
            "sendTaskFailure",
            JsonObject.Of(
                ("TaskToken", "{% $states.input.TaskToken %}"),
                ("Error", JsonataText.Expression($"{Asl.Given}.detail.status = 'TIMED_OUT' ? 'States.Timeout' : '{JobErrors.JobCancelled}'")),
                ("Cause", JsonataText.Expression(
                    $"($d := {Asl.Given}.detail; $string($merge([{{'Message': 'The execution of RunJob was stopped or broke before the job had ended; its command was stopped.', "
                    + "'ExecutionArn': $d.executionArn, 'Status': $d.status}, $d.error ? {'Error': $d.error}, $d.cause ? {'Cause': $substring($d.cause, 0, 2000)}])))"))),
            JsonObject.Empty,
            ReadLocks));
    }

    private static JsonObject Ask(RunJobStackNames names, string operation, JsonObject arguments, JsonObject output, string next) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:{operation}"),
        ("Arguments", arguments),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Patient("Sfn.SfnException"))),
        ("Catch", Asl.List(Asl.Catcher(ReadLocks, JsonObject.Empty, "States.ALL"))),
        ("Output", output),
        ("Next", next));

    // The entries of the ended execution; of a lock where others wait, one that is nobody's, so that who was to be told and was not is told now.
    private static string Left { get; } =
        "($id := " + Asl.Given + ".detail.executionArn; [$states.result.Items.($lock := $; $ids := $each($lock.Entries.M, function($entry, $name) { $entry.M.Execution.S = $id ? $name }); "
        + "$count($ids) > 0 ? $ids.{'Lock': $lock.Lock.S, 'Id': $} : $count($keys($lock.Tokens.M)) > 0 ? {'Lock': $lock.Lock.S, 'Id': '-'})])";

    private static IEnumerable<KeyValuePair<string, JsonValue>> EachLock(RunJobStackNames names)
    {
        var update = LockTable.Update(names, "{% $states.input.Lock %}", LockTable.Remove("{% $states.input.Id %}"), returnsItem: true);
        yield return Asl.State(RemoveEntry, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", update["Resource"]),
            ("Arguments", update["Arguments"]),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", LockTable.Patient()),
            ("Output", JsonataText.Expression(LockTable.ToWake)),
            ("Next", WakeAll)));
        yield return Asl.State(WakeAll, LockTable.WakeAll(names, Asl.Input, WakeOne, Woken).With("End", true));
    }

    private static IEnumerable<KeyValuePair<string, JsonValue>> Each(RunJobStackNames names)
    {
        yield return Asl.State(WhatIsIt, Asl.Choose(
            "An execution of RunJob or of a network, or an automation.", StopAutomation, null, Asl.When("$exists($states.input.ExecutionArn)", null, StopRunJob)));
        yield return Asl.State(StopRunJob, Stop(
            names,
            "sfn:stopExecution",
            JsonObject.Of(("ExecutionArn", "{% $states.input.ExecutionArn %}"), ("Error", JobErrors.JobNetworkEnded), ("Cause", "The network's run has ended."))));
        yield return Asl.State(StopAutomation, Stop(
            names, "ssm:stopAutomationExecution", JsonObject.Of(("AutomationExecutionId", "{% $states.input.AutomationExecutionId %}"), ("Type", "Cancel"))));
        yield return Asl.State(Done, JsonObject.Of(("Type", "Succeed")));
    }

    private static JsonObject Read(RunJobStackNames names, int latest, JsonObject? catcher) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:getExecutionHistory"),
        ("Arguments", JsonataText.Expression(
            $"($token := $states.input.NextToken; $merge([{{'ExecutionArn': {Asl.Given}.detail.executionArn, 'ReverseOrder': true, 'MaxResults': {latest.ToString(CultureInfo.InvariantCulture)}}}, "
            + "$type($token) = 'string' ? {'NextToken': $token} : {}]))")),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Patient("Sfn.SfnException"))),
        ("Catch", catcher is null ? null : Asl.List(catcher)),
        ("Output", Running(names)),
        ("Next", StopEach));

    // Of each answer to a start the id of what it started; an alert that is on its way is left alone. What a function gives nothing for is not in $map's result, and
    // the brackets make a list also of one and of none.
    private static string Running(RunJobStackNames names) => JsonataText.Expression(
        "($ended := [$states.input.Ended, " + Ended + "]; {'NextToken': $states.result.NextToken, 'Ended': $ended, "
        + "'Running': [$map($states.result.Events[Type = 'TaskSubmitted'][$not(Id in $ended)].TaskSubmittedEventDetails.Output, function($t) {( "
        + "$a := $parse($t); $job := $a.ExecutionArn; $automation := $a.AutomationExecutionId; "
        + $"$type($job) = 'string' ? ($contains($job, ':execution:{names.RunJob}:') or $contains($job, ':execution:{names.NetworkMachine("")}') ? {{'ExecutionArn': $job}}) "
        + ": $type($automation) = 'string' ? {'AutomationExecutionId': $automation} )})]})");

    // A task's end names the event of its submission.
    private const string Ended = "$states.result.Events[Type in ['TaskSucceeded', 'TaskFailed', 'TaskTimedOut']].PreviousEventId";

    // What has ended meanwhile can't be stopped, and need not.
    private static JsonObject Stop(RunJobStackNames names, string operation, JsonObject arguments) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::aws-sdk:{operation}"),
        ("Arguments", arguments),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Patient("Sfn.SfnException", "Ssm.SsmException", "Ssm.ThrottlingException"))),
        ("Catch", Asl.List(Asl.Catcher(Done, JsonObject.Empty, "States.ALL"))),
        ("End", true));

    private static JsonObject Patient(params string[] errors) => Asl.Retrier(2, 2, 6, maxDelay: 30, jitter: true, errors);
}
