using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// What comes after the failure of a job that is a network. One that ran to its end and failed has sent an alert for each job of its own that failed: a second one would
/// be for the same failures. One that could not be started, was stopped or broke has not.
/// </summary>
internal static class NestedFailureStates
{
    /// <summary>What is known of the job in the catcher: the error as it came, and the run that failed where one was started.</summary>
    internal static string Caught(JobDefinition job)
    {
        var silence = JsonObject.Of(("Message", $"The network '{job.Network}', which the job '{job.Name}' is, ended without saying why.")).ToString();
        return $"$merge([{RunData.Failure(RunData.StatusOfFailure(job), JobErrors.ExecutionFailed, silence)}, {{\"ExecutionArn\": ($cause := $states.errorOutput.Cause; "
            + "$type($cause) = \"string\" ? $match($cause, /\"ExecutionArn\":\"([^\"]+)\"/, 1).groups[0])}])";
    }

    /// <summary>The states.</summary>
    /// <param name="job">The job.</param>
    /// <param name="index">The job's number.</param>
    /// <param name="names">The stack.</param>
    /// <param name="failed">Where the branch goes on once somebody knows.</param>
    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(JobDefinition job, int index, RunJobStackNames names, string failed)
    {
        yield return Asl.State(NetworkStateNames.ReadNetwork(index), JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "How the network ended, and which of its jobs failed. What can't be read, or was never started, is left as it was caught."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:describeExecution"),
            ("Arguments", JsonObject.Of(("ExecutionArn", JsonataText.Expression(RunData.Job(job.Name) + ".ExecutionArn")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never(Asl.EvaluationError), Asl.Retrier(1, 2, 5, maxDelay: 30, jitter: true, "States.TaskFailed"))),
            ("Catch", Asl.List(Asl.Catcher(NetworkStateNames.Alert(index), Asl.Input, "States.ALL"))),
            ("Output", JsonataText.Expression(RunData.With(job.Name, Entry(job)))),
            ("Next", NetworkStateNames.AlertForNetwork(index))));
        yield return Asl.State(NetworkStateNames.AlertForNetwork(index), Asl.Choose(
            "A network that names its failed jobs has sent their alerts; one that names jobs that it was to leave out has nothing to tell.",
            NetworkStateNames.Alert(index),
            null,
            Asl.When($"$count({RunData.Job(job.Name)}.FailedJobs) > 0 or $count({RunData.Job(job.Name)}.LeftJobs) > 0", null, failed)));
    }

    // A cause that looks like an object and is none is an error here, which is caught.
    private static string Entry(JobDefinition job) =>
        "($r := $states.result; $said := $type($r.Cause) = \"string\" ? ($substring($r.Cause, 0, 1) = \"{\" ? $parse($r.Cause)); "
        + "$failed := $r.Status = \"FAILED\" ? $said.FailedJobs; "
        + $"{{\"Status\": \"{RunData.StatusOfFailure(job)}\", \"Error\": \"{JobErrors.JobNetworkFailed}\", \"FailedJobs\": $count($failed) > 0 ? [$failed], \"LeftJobs\": $r.Status = \"FAILED\" ? $said.LeftJobs, \"Cause\": $string({{"
        + $"\"Message\": {JsonataText.Quote($"The network '{job.Network}' ended as ")} & $r.Status & ($count($failed) > 0 ? \"; of its jobs failed: \" & $join([$failed.($ = \"\" ? \"its input\" : $)], \", \") : $count($said.LeftJobs) > 0 ? \"; left to do: \" & $join([$said.LeftJobs], \", \") : \"\") & \".\", "
        + $"\"NetworkName\": {JsonataText.Quote(job.Network!)}, \"ExecutionArn\": $r.ExecutionArn, \"Status\": $r.Status, \"Error\": $r.Error, \"FailedJobs\": $count($failed) > 0 ? [$failed], "
        + "\"Causes\": $count($failed) > 0 ? $said.Causes, \"Cause\": $count($failed) = 0 ? $substring($r.Cause, 0, 2000)})})";
}
