using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>The error records that speak of networks and their jobs' definitions; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobNetworkErrors
{
    public static ErrorRecord NetworkNotFound(string name) => ErrorRecords.Make(
        "JobNetworkNotFound", ErrorCategory.ObjectNotFound, name,
        $"There is no job network '{name}'. Get-JobNetwork lists those there are; Get-JobMgmtConnection says where you look.");

    public static ErrorRecord NetworkExists(string name) => ErrorRecords.Make(
        "JobNetworkExists", ErrorCategory.ResourceExists, name,
        $"There is a job network '{name}' already, and it differs. Replace it with -Force, or with -Confirm to be asked first.");

    public static ErrorRecord NetworkIsDeleting(string name) => ErrorRecords.Make(
        "JobNetworkDeleting", ErrorCategory.ResourceBusy, name,
        $"The job network '{name}' is being removed and goes when its runs have ended. Wait for them (Wait-JobNetwork '{name}'), or stop them (Stop-JobNetwork '{name}'), and make it then.");

    public static ErrorRecord NestedNetworkUnusable(string name, string fault) => ErrorRecords.Make(
        "JobNetworkNestedUnusable", ErrorCategory.InvalidData, name, $"The job network '{name}' was not deployed. {fault}");

    public static ErrorRecord NetworkIsUsed(string name, IReadOnlyList<string> users) => ErrorRecords.Make(
        "JobNetworkInUse", ErrorCategory.ResourceBusy, name,
        $"The job network '{name}' was not removed: it is a job of {string.Join(", ", users.Take(10).Select(user => $"'{user}'"))}{(users.Count > 10 ? ", ..." : "")}, whose runs would fail there. "
        + "Remove these first, take the job out of them, or use -Force.");

    public static ErrorRecord ForeignNetwork(string name, string machine) => ErrorRecords.Make(
        "JobNetworkForeign", ErrorCategory.PermissionDenied, name,
        $"The state machine '{machine}' was not made by JobMgmt (it lacks the tag {StackTags.Network}), so it is not touched. Choose another network name, "
        + "or change it with the tool that made it.");

    public static ErrorRecord NetworkOtherwiseMade(string name) => ErrorRecords.Make(
        "JobNetworkOtherwiseMade", ErrorCategory.InvalidOperation, name,
        $"The job network '{name}' was deployed by another version of the module or with other options of the stack, or was changed by hand, so it was left as it is. "
        + "Deploy it again with New-JobNetwork -Force or Import-JobNetwork, with the channel that you want.");

    public static ErrorRecord InvalidJobDefinition(JobDefinition job, IReadOnlyList<NetworkFault> faults) => ErrorRecords.Make(
        "InvalidJobDefinition", ErrorCategory.InvalidData, job, string.Join(Environment.NewLine, faults.Select(f => f.ToString())));

    public static ErrorRecord NoJob(string what) => ErrorRecords.Make(
        "JobNotUsable", ErrorCategory.InvalidArgument, what,
        $"{what} came where a job is wanted, so nothing was done: the other jobs alone would be another network. New-JobDefinition makes jobs, in this session.");

    public static ErrorRecord InvalidRetryPolicy(JobRetryPolicy policy, IReadOnlyList<NetworkFault> faults) => ErrorRecords.Make(
        "InvalidJobRetryPolicy", ErrorCategory.InvalidData, policy, string.Join(Environment.NewLine, faults.Select(f => f.ToString())));

    public static ErrorRecord RetryGivenTwice(string job) => ErrorRecords.Make(
        "JobRetryGivenTwice", ErrorCategory.InvalidArgument, job,
        $"job '{job}' (Retry): -Retry and -RetryCount or -RetryInterval say the same thing. Give policies with -Retry, or leave it out: -RetryCount is short for one policy for ExecutionFailed.");

    public static ErrorRecord NetworkWithoutDefinition(string name) => ErrorRecords.Make(
        "JobNetworkWithoutDefinition", ErrorCategory.InvalidData, name, $"The job network '{name}' has no definition: its definition is encrypted with a key that you may not use. Ask for kms:Decrypt.");

    public static ErrorRecord MockInvalid(string job, string why) => ErrorRecords.Make(
        "JobMockInvalid", ErrorCategory.InvalidArgument, job,
        $"The mock of '{job}' can't be used: {why} Give an exit code (3), an error's name ('WorkerBusy'), @{{ ExitCode = 3; Duration = '10m' }}, a list of these for attempt after attempt, "
        + "or a script block that gives one of them for the attempt's number.");

    public static ErrorRecord MockNotFound(string job, string network, IReadOnlyList<string> jobs) => ErrorRecords.Make(
        "JobMockNotFound", ErrorCategory.ObjectNotFound, job,
        $"-Mock names '{job}', which is no job of the network '{network}'. It has {string.Join(", ", jobs.Take(50).Select(one => $"'{one}'"))}{(jobs.Count > 50 ? ", ..." : "")}.");

    public static ErrorRecord NotSimulated(string network, Exception cause) => ErrorRecords.Make("JobNetworkNotSimulated", ErrorCategory.InvalidOperation, network, cause.Message, cause);
}
