using System.Collections;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.JobWorkers;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes workers' names; ids where a worker has no name.</summary>
internal sealed class JobWorkerCompleter : TargetCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken)
        => (await new WorkerDirectory(session).ReadAsync(null, cancellationToken).ConfigureAwait(false))
            .Select(w => (w.Name.Length > 0 ? w.Name : w.InstanceId, $"{w.InstanceId} {w.PingStatus} {string.Join(" ", w.Tag.Select(t => $"{t.Key}={t.Value}"))}")).ToArray();
}
