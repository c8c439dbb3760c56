using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobAlertChannels;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>What only the target can tell of a network before it is deployed: whether its channels, the networks that are its jobs, and what its triggers name are there and fit.</summary>
/// <param name="session">The target.</param>
/// <param name="names">The stack's names.</param>
/// <param name="options">The stack's options, which know its channels.</param>
/// <param name="coming">The networks that are deployed together.</param>
internal sealed class DeploymentCheck(JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options, IReadOnlyList<JobNetwork> coming)
{
    private readonly NestedNetworks _nested = new(session, names);
    private readonly TriggerCheck _triggers = new(session, names);
    private readonly NetworkDirectory _directory = new(session, names);

    /// <summary>Checks a network.</summary>
    /// <exception cref="CmdletFailure">What is wrong, and the way.</exception>
    public async Task CheckAsync(JobNetwork network, CancellationToken cancellationToken)
    {
        if (network.AlertChannels().Except(options.AllChannels(), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new CmdletFailure(JobAlertChannelErrors.UnknownChannel(unknown, options.AllChannels()));
        }

        if (await _nested.FindFaultAsync(network, [], cancellationToken).ConfigureAwait(false) is { } fault)
        {
            throw new CmdletFailure(JobNetworkErrors.NestedNetworkUnusable(network.Name, fault));
        }

        if (_nested.FindMisfits(network) is { Count: > 0 } misfits)
        {
            throw new CmdletFailure(JobNetworkErrors.NestedNetworkUnusable(network.Name, string.Join(" ", misfits)));
        }

        foreach (JobTrigger trigger in network.Triggers ?? [])
        {
            await _triggers.CheckPatternAsync(network.Name, trigger, cancellationToken).ConfigureAwait(false);
            await _triggers.CheckOnTargetAsync(network.Name, trigger, [.. coming, network], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Which networks that have this one as a job would not fit it any more, in words, where it replaces the one that is there.</summary>
    /// <exception cref="CmdletFailure">The one that is there is just being removed.</exception>
    public async Task<IReadOnlyList<string>> FindParentMisfitsAsync(JobNetwork network, CancellationToken cancellationToken)
    {
        if (await _directory.ReadAsync(network.Name, cancellationToken).ConfigureAwait(false) is not { } there)
        {
            return [];
        }

        if (there.Deleting)
        {
            throw new CmdletFailure(JobNetworkErrors.NetworkIsDeleting(network.Name));
        }

        return there.Definition is { } definition && NetworkDirectory.Read(definition, network.Name) is { } before
            ? await _nested.FindParentMisfitsAsync([(before, network)], [network.Name], cancellationToken).ConfigureAwait(false)
            : [];
    }
}
