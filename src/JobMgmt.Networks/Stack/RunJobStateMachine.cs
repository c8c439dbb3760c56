using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// RunJob: one job. It checks its input, starts the Automation document, waits for its answer by task token, tries again where no worker
/// was there, and answers whoever started it. Started without a TaskToken it runs alone and its output is the job's result.
/// </summary>
/// <remarks>
/// A job that is awaited and succeeds takes four states, one that runs alone two. What is handed from state to state is little: <c>{}</c> up to the job, then its result
/// or its failure (<c>Error</c> and <c>Cause</c>, both strings).
/// </remarks>
internal static class RunJobStateMachine
{
    internal static StateMachineArtefact Artefact(RunJobStackNames names, RunJobStackOptions options) => new(
        names.RunJob,
        names.RunJobArn,
        "Runs one job on one worker and answers the network by task token.",
        Asl.Machine(
            "Runs one job on one worker. Input: Tags, Commands; optional TaskToken, WorkingDirectory, ExecutionTimeout, AttemptTimeoutSeconds, "
            + "Environment, Secrets, SuccessExitCodes, ErrorNames, Output, Packing, NetworkName, JobName, Attempt, Trigger.",
            RunJobStates.Check,
            new JobTimeouts(JobDefinition.MaxExecutionTimeout, options).Job,
            new[] { RunJobInputStates.Build() }
                .Concat(Ask(names))
                .Concat(RunJobWorkStates.Build(names, options))
                .Concat(RunJobTimeoutStates.Build(names))
                .Concat(RunJobAnswerStates.Build(names))),
        names.RoleArn(names.RunJobRole))
    {
        Tags = StackTags.OfStack(names),
    };

    // A network that is stopped just while it starts its job can't know the execution that it has to stop.
    private static IEnumerable<KeyValuePair<string, JsonValue>> Ask(RunJobStackNames names)
    {
        yield return Asl.State(RunJobStates.AskNetwork, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "A job whose network has ended meanwhile is not run."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:sendTaskHeartbeat"),
            ("Arguments", JsonObject.Of(("TaskToken", JsonataText.Expression(Asl.Given + ".TaskToken")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Catch", Asl.List(
                Asl.Catcher(RunJobStates.NobodyWaits, JsonObject.Empty, RunJobAnswerStates.Gone),
                Asl.Catcher(RunJobStates.RunJob, JsonObject.Empty, "States.ALL"))),
            ("Output", JsonObject.Empty),
            ("Next", RunJobStates.RunJob)));
        yield return Asl.State(RunJobStates.NobodyWaits, JsonObject.Of(
            ("Type", "Fail"), ("Error", JobErrors.JobNetworkEnded), ("Cause", "{\"Message\":\"The network ended before its job began; the job was not run.\"}")));
    }
}
