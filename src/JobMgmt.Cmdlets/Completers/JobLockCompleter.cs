using System.Collections;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.JobLocks;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes locks' names.</summary>
internal sealed class JobLockCompleter : TargetCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken)
        => (await new JobLockDirectory(session, await NamesAsync(session, cancellationToken).ConfigureAwait(false)).ListAsync(cancellationToken).ConfigureAwait(false))
            .Select(one => (one.Name, $"{one.Holders.Length} of {one.Slots} taken, {one.Waiters.Length} wait")).ToArray();
}
