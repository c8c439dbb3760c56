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
    private const string NotStopped = "Not all was stopped";
    private const string NothingMore = "Nothing more";

    /// <summary>An automation is cancelled and its command stopped within this; until then the lock is still needed, and the job is not over.</summary>
    internal const int SecondsToEnd = 10;

    // A token goes with the size of its page: where a smaller one is needed, the reading begins anew. What is stopped twice is stopped once.
    private static readonly PageSizes EventsAtOnce = new(100, 5, 1);

    // Beyond all retries of its calls.
    private const int TimeoutSeconds = 21_600;

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
        // From the last event back to the first: of a job with many items, what still runs may have been started long ago.
        yield return Asl.State(ReadEvents, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:getExecutionHistory"),
            ("Arguments", JsonataText.Expression(
                $"($token := $states.input.NextToken; $merge([{{'ExecutionArn': {Asl.Given}.detail.executionArn, 'ReverseOrder': true, 'MaxResults': {EventsAtOnce.Now}}}, "
                + "$type($token) = 'string' ? {'NextToken': $token} : {}]))")),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Patient("Sfn.SfnException"))),
            ("Catch", Asl.List(Asl.Catcher(More, JsonataText.Expression(EventsAtOnce.Fewer), "States.ALL"))),
            ("Output", Running(names)),
            ("Next", StopEach)));
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
            Asl.When("$exists($states.input.Failed)", Asl.Input, NotStopped),
            Asl.When("$states.input.Again = true or $type($states.input.NextToken) = 'string'", Asl.Input, ReadEvents),
            Asl.When(MayBeAwaited(names), JsonObject.Empty, JobEnds)));
        foreach (var state in Answer(names))
        {
            yield return state;
        }

        foreach (var state in StopJobsLockStates.Build(names, ReadLocks, NothingMore))
        {
            yield return state;
        }

        yield return Asl.State(NothingMore, JsonObject.Of(("Type", "Succeed")));
        yield return Asl.State(NotStopped, Fail(
            JobErrors.JobsNotStopped, "'What the execution had started could not be read from its history. It may still be running, and the locks are left to it.'"));
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

    // Of each answer to a start the id of what it started; an alert that is on its way is left alone. What a function gives nothing for is not in $map's result, and
    // the brackets make a list also of one and of none.
    private static string Running(RunJobStackNames names) => JsonataText.Expression(
        "($ended := [$states.input.Ended, " + Ended + "]; {'NextToken': $states.result.NextToken, 'AtOnce': " + EventsAtOnce.Now + ", 'Ended': $ended, "
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

    /// <summary>The end of an execution that has not done all; its input has what was caught, as <see cref="PageSizes.Caught"/> writes it.</summary>
    /// <param name="error">The error's name.</param>
    /// <param name="message">What it says, as an expression.</param>
    internal static JsonObject Fail(string error, string message) => JsonObject.Of(
        ("Type", "Fail"),
        ("Error", error),
        ("Cause", JsonataText.Expression($"$string($merge([{{'Message': {message}, 'ExecutionArn': {Asl.Given}.detail.executionArn}}, $states.input.Failed]))")));

    private static JsonObject Patient(params string[] errors) => Asl.Retrier(2, 2, 6, maxDelay: 30, jitter: true, errors);
}
