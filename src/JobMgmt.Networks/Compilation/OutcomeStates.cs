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
        "($failed := " + Failed + "; $count($failed) = 1 ? $failed.Error : $count($failed) = 0 ? ($exists(" + RunData.Left + ") ? \"" + JobErrors.JobsLeftOut + "\" : \"" + JobErrors.JobsNotRun + "\") : \"" + JobErrors.JobsFailed + "\")";

    // A network that a job of another one is says which of its jobs failed even where it is one: nobody else tells that one. The job's own error may be its cause alone.
    private const string IsNested = "$exists(" + Asl.Given + "." + NestedState.StartedBy + ")";

    // The names of all, the causes of the first few: a cause has 32,768 characters at most. Of a job that is a network itself the names of its failed jobs.
    private const string All =
        "$string({\"FailedJobs\": [$keys($jobs).($name := $; $job := $lookup($jobs, $name); $job.Status = \"" + RunData.Failed
        + "\" ? ($exists($job.FailedJobs) ? $job.FailedJobs.($ = \"\" ? $name : $name & \"/\" & $) : $name))], "
        + "\"SkippedJobs\": [$each($jobs, function($job, $name) { $job.Status = \"" + RunData.Skipped + "\" ? $name })], "
        + "\"Causes\": [($each($jobs, function($job, $name) { $job.Status = \"" + RunData.Failed
        + "\" ? {\"JobName\": $name, \"Error\": $job.Error, \"Cause\": $substring($job.Cause, 0, 500)} }))[[0..9]]]})";

    // No job's failure: who runs some jobs only is told which ones are still to be run.
    private const string LeftOut =
        "$string({\"Message\": \"All jobs of this run ended well, but it leaves out \" & $join(" + RunData.Left + ", \", \") & \", which the run before it did not bring to a good end. "
        + "Restart-JobNetwork runs what is left.\", \"FailedJobs\": [], \"LeftJobs\": [" + RunData.Left + "]})";

    private const string Cause = "($jobs := $states.input.Jobs; $failed := " + Failed + "; $count($failed) = 0 and $exists(" + RunData.Left + ") ? " + LeftOut + " : $count($failed) = 1 and $not(" + IsNested + ") ? $failed.Cause : " + All + ")";

    /// <summary>The cause of a run that ends with the job that has just failed.</summary>
    internal static string CauseOf(string job) => $"($jobs := $states.input.Jobs; {IsNested} ? {All} : {RunData.Job(job)}.Cause)";

    // So that the network reads back as it was given: without it, TimeoutSeconds is the compiler's.
    private const string OwnTimeout = "The network's own Timeout ends the run.";

    /// <summary>The time limit that the network was given; null where the compiler has found one.</summary>
    internal static int? ReadTimeout(JsonObject machine) =>
        ((machine["States"] as JsonObject)?[NetworkStateNames.AllSucceeded] as JsonObject)?["Comment"] is JsonString { Value: OwnTimeout }
        && machine["TimeoutSeconds"] is JsonNumber number && number.TryToInt64(out var seconds) ? (int)seconds : null;

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(JobNetwork network, JobGraph graph, bool takesTurns)
    {
        var last = Enumerable.Range(0, graph.Count).Where(graph.IsLast).Select(job => network.Jobs[job].Name).ToArray();
        yield return Asl.State(NetworkStateNames.AllSucceeded, Asl.Choose(
            network.Timeout is null ? null : OwnTimeout,
            takesTurns ? NetworkStateNames.HandOverTurn : NetworkStateNames.Fail,
            null,
            Asl.When(RunData.NothingFailed, null, takesTurns ? NetworkStateNames.EndTurn : NetworkStateNames.Succeeded)));
        yield return Asl.State(NetworkStateNames.Succeeded, JsonObject.Of(
            ("Type", "Succeed"),
            ("Output", JsonataText.Expression(last.Length == 1
                ? $"($result := {RunData.Job(last[0])}.Result; $exists($result) ? $result : {{}})" // a job that was not needed has none
                : $"$merge({JsonataText.Quote(last)}.{{$: $lookup($states.input.Jobs, $).Result}})"))));
        yield return Asl.State(NetworkStateNames.Skipped, JsonObject.Of(("Type", "Succeed")));
        yield return Asl.State(NetworkStateNames.Fail, JsonObject.Of(
            ("Type", "Fail"), ("Error", JsonataText.Expression(Error)), ("Cause", JsonataText.Expression(Cause))));
    }
}
