using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobWorkers;

/// <summary>The error records that speak of workers; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobWorkerErrors
{
    public static ErrorRecord WorkersAreLocalOnly(string verb) => ErrorRecords.Make(
        "JobWorkerLocalOnly", ErrorCategory.NotImplemented, null,
        $"{verb}-JobWorker makes workers of the local runtime; you are connected to AWS. There, a worker is any EC2 instance or hybrid node whose SSM "
        + "agent is online: tag it, and Get-JobWorker shows it.");

    public static ErrorRecord WorkerExists(string name) => ErrorRecords.Make(
        "JobWorkerExists", ErrorCategory.ResourceExists, name,
        $"There is a worker '{name}' already. Choose another name, or take that one away first (Unregister-JobWorker).");

    public static ErrorRecord WorkerNotFound(string name) => ErrorRecords.Make(
        "JobWorkerNotFound", ErrorCategory.ObjectNotFound, name,
        $"No worker has the name or the id '{name}'. Get-JobWorker lists those there are; one whose agent is not online is not among them.");
}
