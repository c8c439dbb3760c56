using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// StopJobs: started by a rule with the status event of a network or of a RunJob execution that was aborted, timed out or broke. Nothing that waits by task token
/// is stopped by Step Functions itself, so this reads from the ended execution's history what it had started, and stops it: RunJob executions,
/// whose own abort starts StopJobs again, and automations, which then stop their command.
/// </summary>
internal static class StopJobsStateMachine
{
    private const string ReadEvents = "Read events";
    private const string ReadFewEvents = "Read few events";
    private const string StopEach = "Stop what was started";
    private const string ReadAnswer = "Read answer";
    private const string WhatIsIt = "What was started?";
    private const string StopRunJob = "Stop RunJob";
    private const string StopAutomation = "Stop automation";
    private const string Done = "Done";

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
        // What still runs was started last. An answer has 256 KB, and events carry whole inputs: where many are too much, few are not.
        yield return Asl.State(ReadEvents, Read(names, 100, Asl.Catcher(ReadFewEvents, "$.refusal", "States.ALL")));
        yield return Asl.State(ReadFewEvents, Read(names, 5, null));
        yield return Asl.State(StopEach, JsonObject.Of(
            ("Type", "Map"),
            ("ItemsPath", "$.started.answers"),
            ("ItemSelector", JsonObject.Of(("answer.$", "$$.Map.Item.Value"))),
            ("MaxConcurrency", 10),
            ("ItemProcessor", JsonObject.Of(
                ("ProcessorConfig", JsonObject.Of(("Mode", "INLINE"))),
                ("StartAt", ReadAnswer),
                ("States", new JsonObject(Each(names))))),
            ("ResultPath", JsonValue.Null),
            ("End", true)));
    }

    private static IEnumerable<KeyValuePair<string, JsonValue>> Each(RunJobStackNames names)
    {
        yield return Asl.State(ReadAnswer, Asl.Shape(
            "The answer of the call that started it.", JsonObject.Of(("answer.$", "States.StringToJson($.answer)")), WhatIsIt));
        yield return Asl.State(WhatIsIt, Asl.Choose(
            "An alert that is on its way is left alone.",
            Done,
            Asl.When(
                Asl.And(Asl.IsText("$.answer.ExecutionArn"), Asl.Is("$.answer.ExecutionArn", "StringMatches", $"arn:*:states:*:*:execution:{names.RunJob}:*")), StopRunJob),
            Asl.When(Asl.IsText("$.answer.AutomationExecutionId"), StopAutomation)));
        yield return Asl.State(StopRunJob, Stop(
            names, "sfn:stopExecution", JsonObject.Of(("ExecutionArn.$", "$.answer.ExecutionArn"), ("Error", JobErrors.JobNetworkEnded), ("Cause", "The network's run has ended."))));
        yield return Asl.State(StopAutomation, Stop(
            names, "ssm:stopAutomationExecution", JsonObject.Of(("AutomationExecutionId.$", "$.answer.AutomationExecutionId"), ("Type", "Cancel"))));
        yield return Asl.State(Done, JsonObject.Of(("Type", "Succeed")));
    }

    private static JsonObject Read(RunJobStackNames names, int latest, JsonObject? catcher) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:getExecutionHistory"),
        ("Parameters", JsonObject.Of(("ExecutionArn.$", "$.detail.executionArn"), ("ReverseOrder", true), ("MaxResults", latest))),
        ("ResultSelector", JsonObject.Of(("answers.$", "$.Events[?(@.Type == 'TaskSubmitted')].TaskSubmittedEventDetails.Output"))),
        ("ResultPath", "$.started"),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Patient("Sfn.SfnException"))),
        ("Catch", catcher is null ? null : Asl.List(catcher)),
        ("Next", StopEach));

    // What has ended meanwhile can't be stopped, and need not.
    private static JsonObject Stop(RunJobStackNames names, string operation, JsonObject parameters) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::aws-sdk:{operation}"),
        ("Parameters", parameters),
        ("ResultPath", JsonValue.Null),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Patient("Sfn.SfnException", "Ssm.SsmException", "Ssm.ThrottlingException"))),
        ("Catch", Asl.List(Asl.Catcher(Done, "$.refusal", "States.ALL"))),
        ("Next", Done));

    private static JsonObject Patient(params string[] errors) => Asl.Retrier(2, 2, 6, maxDelay: 30, jitter: true, errors);
}
