using System.Collections;
using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes the points from which a run can be continued: the fixed ones, and the jobs of the network.</summary>
internal sealed class RestartPointCompleter : JobNameCompleter
{
    private static readonly (string Name, string ToolTip)[] _points =
    [
        (RestartPlan.FailedJob, "The jobs that failed, and those that did not come to their turn"),
        (RestartPlan.AfterFailedJob, "What comes after the failed jobs, as if they had succeeded"),
        (RestartPlan.Start, "All jobs"),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string ToolTip)> Fixed => _points;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken)
        => (await base.FindAsync(session, bound, cancellationToken).ConfigureAwait(false)).Where(job => _points.All(point => point.Name != job.Name)).ToArray();
}
