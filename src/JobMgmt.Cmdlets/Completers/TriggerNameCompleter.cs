using System.Collections;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.JobNetworkTriggers;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes the triggers of the network that was named before.</summary>
internal sealed class TriggerNameCompleter : TargetCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken)
        => Bound(bound, "NetworkName") is not { } network ? []
            : (await new TriggerDirectory(session, await NamesAsync(session, cancellationToken).ConfigureAwait(false)).ListAsync([network], cancellationToken).ConfigureAwait(false))
                .Select(trigger => (trigger.Name, trigger.Schedule)).ToArray();
}
