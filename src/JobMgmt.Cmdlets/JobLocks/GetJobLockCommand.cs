using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobLocks;

/// <summary>Get-JobLock: who holds the jobs' locks, and who waits for them.</summary>
[Cmdlet(VerbsCommon.Get, "JobLock")]
[OutputType(typeof(JobLock))]
public sealed class GetJobLockCommand : JobLockCmdlet
{
    /// <summary>The locks; patterns are allowed. All when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobLockCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        await WriteObjectsAsync(await FindAsync(new JobLockDirectory(session, names), Name, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
