using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobLocks;

/// <summary>A cmdlet about locks, by name.</summary>
public abstract class JobLockCmdlet : JobMgmtCmdlet
{
    /// <summary>Those of all locks that are wanted; an exact name that none has is written as an error.</summary>
    private protected async Task<IReadOnlyList<JobLock>> FindAsync(JobLockDirectory directory, string[]? wanted, CancellationToken cancellationToken)
    {
        IReadOnlyList<JobLock> all = await directory.ListAsync(cancellationToken).ConfigureAwait(false);
        var patterns = new WildcardNames(wanted);
        foreach (string missing in patterns.Unmatched(all.Select(item => item.Name).ToArray()))
        {
            await WriteErrorAsync(JobLockErrors.LockNotFound(missing)).ConfigureAwait(false);
        }

        return all.Where(item => patterns.Match(item.Name)).ToArray();
    }
}
