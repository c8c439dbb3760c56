using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>The error records that speak of networks' runs; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobNetworkRunErrors
{
    public static ErrorRecord RunNotFound(string run, Exception? cause) => ErrorRecords.Make(
        "JobNetworkRunNotFound", ErrorCategory.ObjectNotFound, run,
        $"There is no run '{run}'. Get-JobNetworkRun lists those there are; AWS forgets a run 90 days after its end.", cause);

    public static ErrorRecord RunGoesOn(JobNetworkRun run) => ErrorRecords.Make(
        "JobNetworkRunNotEnded", ErrorCategory.ResourceBusy, run,
        $"The run '{run}' has not ended, so it can't be continued. Wait for it with Wait-JobNetwork, or stop it with Stop-JobNetwork.");

    public static ErrorRecord NothingToRestart(JobNetworkRun run) => ErrorRecords.Make(
        "JobNetworkRunNothingToRestart", ErrorCategory.InvalidOperation, run,
        $"No job of the run '{run}' ({run.Status}) is left to run. Name the jobs to run again (-From <job>), or start over with -From Start.");

    public static ErrorRecord RestartedAlready(JobNetworkRun run, JobNetworkRun restarted) => ErrorRecords.Make(
        "JobNetworkRunRestartedAlready", ErrorCategory.ResourceExists, run,
        $"The run '{run}' has been continued already, by '{restarted.ExecutionName}' ({restarted.Status}). Continue that one, if it has failed.");

    public static ErrorRecord ContinuedAbove(JobNetworkRun run, JobNetworkRun above, JobNetworkRun continued) => ErrorRecords.Make(
        "JobNetworkRunRestartedAlready", ErrorCategory.ResourceExists, run,
        $"The run '{run}' is a job of '{above}', which has been continued already, by '{continued.ExecutionName}' ({continued.Status}), and this one with it. Continue that one, if it has failed.");

    public static ErrorRecord NetworkCantContinue(string network) => ErrorRecords.Make(
        "JobNetworkCannotContinue", ErrorCategory.InvalidOperation, network,
        $"The definition of the job network '{network}' can't pass over jobs: it was written by hand or by an earlier version of the module. Run it anew as a whole (-From Start), or make it a network that can: Export-JobNetwork, then Import-JobNetwork -Force.");

    public static ErrorRecord OriginalDefinitionGone(JobNetworkRun run) => ErrorRecords.Make(
        "JobNetworkDefinitionGone", ErrorCategory.ObjectNotFound, run,
        $"No version of the job network '{run.NetworkName}' has the definition that the run '{run}' had: the newest {NetworkVersions.Kept} deployments are kept, and none of before JobMgmt "
        + "published versions. Continue it on the definition of now (leave -Definition out), or deploy the old definition again first.");

    public static ErrorRecord OriginalCantContinue(JobNetworkRun run) => ErrorRecords.Make(
        "JobNetworkCannotContinue", ErrorCategory.InvalidOperation, run,
        $"The definition that the run '{run}' had can't pass over jobs: it was written by hand or by an earlier version of the module. Continue it on the definition of now: leave -Definition out.");

    public static ErrorRecord JobToSkipNotFound(string network, string job, IReadOnlyList<string> jobs) => ErrorRecords.Make(
        "JobNotFound", ErrorCategory.ObjectNotFound, network,
        $"There is no job '{job}' to skip in the job network '{network}', so it was not started. It has {string.Join(", ", jobs.Take(20).Select(name => $"'{name}'"))}.");

    public static ErrorRecord JobUnknown(string network, Exception cause) => ErrorRecords.Make("JobNotFound", ErrorCategory.ObjectNotFound, network, cause.Message, cause);

    public static ErrorRecord NoRunGiven() => ErrorRecords.Make(
        "JobNetworkRunMissing", ErrorCategory.InvalidArgument, null,
        "-ExecutionArn is empty. Give the ARN of a run: Get-JobNetworkRun shows it as ExecutionArn.");

    public static ErrorRecord WaitTimedOut(string run, TimeSpan limit) => ErrorRecords.Make(
        "JobNetworkWaitTimedOut", ErrorCategory.OperationTimeout, run,
        $"The run '{run}' has not ended within {limit.TotalSeconds:0.#} s. It goes on: wait again, or stop it with Stop-JobNetwork.");

    public static ErrorRecord NetworkNeverRan(string network) => ErrorRecords.Make(
        "JobNetworkNeverRan", ErrorCategory.ObjectNotFound, network,
        $"The job network '{network}' has no run yet. Start-JobNetwork starts one.");

    public static ErrorRecord ParameterInvalid(string network, (string Message, string Fix) fault) => ErrorRecords.Make(
        "JobNetworkParameterInvalid", ErrorCategory.InvalidArgument, network, $"{fault.Message} {fault.Fix}");

    public static ErrorRecord InputInvalid(string input, string why) => ErrorRecords.Make(
        "JobNetworkInputInvalid", ErrorCategory.InvalidArgument, input, $"{why} Give the whole input as JSON text, such as '{{\"role\":\"job_worker\"}}', or the worker tags alone with -Tag.");
}
