using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Graphs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The tail of a network. It succeeds where every job has, with the answer of its last job, or those of its last jobs by name. It fails with the error and the
/// cause of the job that failed, or, where several did, with <c>JobsFailed</c> and the names of all.
/// </summary>
internal static class OutcomeStates
{
    private const string Failed = "$states.input.Jobs.*[Status = \"" + RunData.Failed + "\"]";

    private const string Error =
        "($failed := " + Failed + "; $count($failed) = 1 ? $failed.Error : $count($failed) = 0 ? \"" + JobErrors.JobsNotRun + "\" : \"" + JobErrors.JobsFailed + "\")";

    // The names of all, the causes of the first few: a cause has 32,768 characters at most.
    private const string Cause =
        "($jobs := $states.input.Jobs; $failed := " + Failed + "; $count($failed) = 1 ? $failed.Cause : $string({"
        + "\"FailedJobs\": [$each($jobs, function($job, $name) { $job.Status = \"" + RunData.Failed + "\" ? $name })], "
        + "\"SkippedJobs\": [$each($jobs, function($job, $name) { $job.Status = \"" + RunData.Skipped + "\" ? $name })], "
        + "\"Causes\": [($each($jobs, function($job, $name) { $job.Status = \"" + RunData.Failed
        + "\" ? {\"JobName\": $name, \"Error\": $job.Error, \"Cause\": $substring($job.Cause, 0, 500)} }))[[0..9]]]}))";

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(JobNetwork network, JobGraph graph)
    {
        var last = Enumerable.Range(0, graph.Count).Where(graph.IsLast).Select(job => network.Jobs[job].Name).ToArray();
        yield return Asl.State(NetworkStateNames.AllSucceeded, Asl.Choose(
            null, NetworkStateNames.Fail, null, Asl.When(RunData.NothingFailed, null, NetworkStateNames.Succeeded)));
        yield return Asl.State(NetworkStateNames.Succeeded, JsonObject.Of(
            ("Type", "Succeed"),
            ("Output", JsonataText.Expression(last.Length == 1
                ? $"($result := {RunData.Job(last[0])}.Result; $exists($result) ? $result : {{}})" // a job that was not needed has none
                : $"$merge({JsonataText.Quote(last)}.{{$: $lookup($states.input.Jobs, $).Result}})"))));
        yield return Asl.State(NetworkStateNames.Fail, JsonObject.Of(
            ("Type", "Fail"), ("Error", JsonataText.Expression(Error)), ("Cause", JsonataText.Expression(Cause))));
    }
}
