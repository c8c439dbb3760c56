using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Which triggers are meant: networks' triggers by name, exact or as patterns.</summary>
internal static class TriggerSearch
{
    /// <summary>The triggers that fit; an exact name that no network or no trigger has is told. A network without triggers is none of these.</summary>
    public static async Task<IReadOnlyList<DeployedJobTrigger>> FindAsync(
        TriggerDirectory directory, IReadOnlyCollection<string>? networks, IReadOnlyCollection<string>? triggers, Func<ErrorRecord, Task> tell, CancellationToken cancellationToken)
    {
        var wanted = new WildcardNames(networks);
        DeployedJobTrigger[] found = (await directory.ListAsync(wanted.AllExact ? networks : null, cancellationToken).ConfigureAwait(false)).Where(trigger => wanted.Match(trigger.NetworkName)).ToArray();
        var unknown = new List<string>();
        foreach (string network in wanted.Unmatched(found.Select(trigger => trigger.NetworkName).ToArray()).Distinct(StringComparer.Ordinal))
        {
            if (!await directory.HasNetworkAsync(network, cancellationToken).ConfigureAwait(false))
            {
                unknown.Add(network);
                await tell(JobNetworkErrors.NetworkNotFound(network)).ConfigureAwait(false);
            }
        }

        if (wanted.AllExact && wanted.Texts.All(unknown.Contains))
        {
            return []; // whose triggers need not be told missing, too
        }

        var named = new WildcardNames(triggers);
        foreach (string missing in named.Unmatched(found.Select(trigger => trigger.Name).ToArray()))
        {
            await tell(TriggerErrors.NotFound(networks is null ? "*" : string.Join(", ", networks), missing)).ConfigureAwait(false);
        }

        return found.Where(trigger => named.Match(trigger.Name)).ToArray();
    }
}
