using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobLocks;

/// <summary>The error records that speak of locks; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobLockErrors
{
    public static ErrorRecord LockNotFound(string name) => ErrorRecords.Make(
        "JobLockNotFound", ErrorCategory.ObjectNotFound, name,
        $"No job has ever taken a lock '{name}'. Get-JobLock lists those there are; Get-JobMgmtConnection says where you look.");
}
