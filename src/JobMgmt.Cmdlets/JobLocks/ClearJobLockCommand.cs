using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobLocks;

/// <summary>Clear-JobLock: takes a lock away from runs that hold it or wait for it, and hands it on. The last resort: the jobs themselves are not stopped.</summary>
[Cmdlet(VerbsCommon.Clear, "JobLock", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class ClearJobLockCommand : JobLockCmdlet
{
    /// <summary>The locks; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobLockCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Only of these runs; patterns are allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ExecutionName { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var directory = new JobLockDirectory(session, names);
        var runs = new WildcardNames(ExecutionName);
        foreach (JobLock item in await FindAsync(directory, Name, cancellationToken).ConfigureAwait(false))
        {
            // The last first: nobody is let in who is to go too.
            foreach (JobLockEntry entry in item.Holders.Concat(item.Waiters).Reverse().Where(entry => runs.Match(entry.ExecutionName)))
            {
                if (await ShouldProcessAsync($"Lock '{item.Name}' of job '{entry.JobName}' in run '{entry.ExecutionName}' of '{entry.NetworkName}'", "Take away").ConfigureAwait(false))
                {
                    await GuardAsync(item.Name, () => directory.RemoveAsync(item.Name, entry, cancellationToken)).ConfigureAwait(false);
                }
            }
        }
    }
}
