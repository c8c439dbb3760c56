using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>The error records that speak of the jobs of runs; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobRunErrors
{
    public static ErrorRecord JobNotFound(string run, string job) => ErrorRecords.Make(
        "JobNotFound", ErrorCategory.ObjectNotFound, job,
        $"There is no job '{job}' in the run of '{run}'. Get-JobRun without -JobName lists its jobs.");

    public static ErrorRecord JobNotHeld(string run, string path, JobTrace job) => ErrorRecords.Make(
        "JobNotHeld", ErrorCategory.InvalidOperation, path,
        $"The job '{path}' of the run '{run}' does not wait for approval: it "
        + (job.Hold is { IsApproved: { } approved } hold ? $"was {(approved ? "approved" : "denied")} by {hold.By} at {ViewText.Time(hold.AnswerTime?.LocalDateTime, "yyyy-MM-dd HH:mm:ss")}{(hold.Comment is null ? "" : $" ({hold.Comment})")}"
            : job.Error == JobErrors.HoldTimedOut ? "was not approved in time"
            : job.Status is JobRunStatus.Pending ? "has not come to its turn"
            : $"is {job.Status}")
        + ". Get-JobRun tells how it stands.");

    public static ErrorRecord JobNameEmpty() => ErrorRecords.Make(
        "JobNameEmpty", ErrorCategory.InvalidArgument, null, "-JobName is empty, so it is not known which jobs are meant. Give their names, or leave it out: then all that wait in the run are.");

    public static ErrorRecord NoRunHeld(string network) => ErrorRecords.Make(
        "JobNotHeld", ErrorCategory.ObjectNotFound, network, $"No run of '{network}' goes on, so no job of it waits for approval. Get-JobNetworkRun '{network}' lists its runs.");

    public static ErrorRecord NoJobHeld(string run) => ErrorRecords.Make(
        "JobNotHeld", ErrorCategory.ObjectNotFound, run, $"No job of the run '{run}' itself waits for approval. One in a network that is a job is named by its path (-JobName load/check): Get-JobRun -Recurse -Status Held shows it.");

    public static ErrorRecord SeveralRunsHeld(IReadOnlyList<string> runs) => ErrorRecords.Make(
        "JobHeldInSeveralRuns", ErrorCategory.InvalidArgument, runs,
        $"In {runs.Count} runs a job waits for approval: {string.Join(", ", runs.Take(10).Select(run => $"'{run}'"))}{(runs.Count > 10 ? ", ..." : "")}. None was answered for. "
        + "Name the run (-ExecutionName; * for all of them), or pipe the job: Get-JobRun <network> <run> -Status Held.");
}
