using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// RunJob: one job. It checks its input, starts the Automation document, waits for its answer by task token, tries again where no worker
/// was there, and answers whoever started it. Started without a TaskToken it runs alone and its output is the job's result.
/// </summary>
/// <remarks>
/// The machine is JSONPath, where reading a missing path ends the execution past every Catch: so the input gets its defaults and is checked before
/// anything reads it, and a failure gets its error and cause before anything sends them.
/// </remarks>
internal static class RunJobStateMachine
{
    internal static StateMachineArtefact Artefact(RunJobStackNames names, RunJobStackOptions options) => new(
        names.RunJob,
        names.RunJobArn,
        "Runs one job on one worker and answers the network by task token.",
        Asl.Machine(
            "Runs one job on one worker. Input: Tags, Commands; optional TaskToken, WorkingDirectory, ExecutionTimeout, AttemptTimeoutSeconds.",
            RunJobStates.ReadInput,
            new JobTimeouts(JobDefinition.MaxExecutionTimeout, options).Job,
            RunJobInputStates.Build(options)
                .Concat(Run(names, options))
                .Concat(RunJobTimeoutStates.Build(names))
                .Concat(RunJobAnswerStates.Build(names))),
        names.RoleArn(names.RunJobRole))
    {
        Tags = StackTags.OfStack(names),
    };

    private static IEnumerable<KeyValuePair<string, JsonValue>> Run(RunJobStackNames names, RunJobStackOptions options)
    {
        // A network that is stopped just while it starts its job can't know the execution that it has to stop.
        yield return Asl.State(RunJobStates.IsAwaited, RunJobAnswerStates.Awaited(RunJobStates.AskNetwork, RunJobStates.RunJob));
        yield return Asl.State(RunJobStates.AskNetwork, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "A job whose network has ended meanwhile is not run."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:sendTaskHeartbeat"),
            ("Parameters", JsonObject.Of(("TaskToken.$", "$.job.TaskToken"))),
            ("ResultPath", JsonValue.Null),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Catch", Asl.List(
                Asl.Catcher(RunJobStates.NobodyWaits, "$.failure", RunJobAnswerStates.Gone),
                Asl.Catcher(RunJobStates.RunJob, "$.failure", "States.ALL"))),
            ("Next", RunJobStates.RunJob)));
        yield return Asl.State(RunJobStates.NobodyWaits, JsonObject.Of(
            ("Type", "Fail"), ("Error", JobErrors.JobNetworkEnded), ("Cause", "{\"Message\":\"The network ended before its job began; the job was not run.\"}")));
        yield return Asl.State(RunJobStates.RunJob, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:ssm:startAutomationExecution.waitForTaskToken"),
            ("Parameters", JsonObject.Of(
                ("DocumentName", names.RunShellScriptOnOneInstance),

                // One call, however often the SDK sends it, starts one automation.
                ("ClientToken.$", "States.UUID()"),
                ("Parameters", JsonObject.Of(
                    ("TaskToken.$", "States.Array($$.Task.Token)"),
                    ("Tags.$", "States.Array($.job.Tags)"),
                    ("Commands.$", "$.commands"),
                    ("WorkingDirectory.$", "States.Array($.job.WorkingDirectory)"),
                    ("ExecutionTimeout.$", "States.Array(States.Format('{}', $.job.ExecutionTimeout))"))))),
            ("TimeoutSecondsPath", "$.job.AttemptTimeoutSeconds"),
            ("Retry", Asl.List(
                Asl.Retrier(
                    options.WorkerBusyIntervalSeconds, options.WorkerBusyBackoffRate, options.WorkerBusyMaxAttempts, maxDelay: null, jitter: false, JobErrors.WorkerBusy),

                // Answers by which SSM says that it started nothing. States.Timeout and a lost answer are not among them: the job may be running.
                Asl.Retrier(
                    2,
                    2,
                    JobTimeouts.StartAttempts,
                    JobTimeouts.StartMaxDelay,
                    jitter: true,
                    "Ssm.AutomationExecutionLimitExceededException",
                    "Ssm.ThrottlingException",
                    "Ssm.SsmException"))),
            ("Catch", Asl.List(
                Asl.Catcher(RunJobStates.NoAnswer, Asl.Failure, "States.Timeout"),
                Asl.Catcher(RunJobStates.HasError, Asl.Failure, "States.ALL"))),
            ("ResultPath", "$.result"),
            ("Next", RunJobStates.SuccessAwaited)));
    }
}
