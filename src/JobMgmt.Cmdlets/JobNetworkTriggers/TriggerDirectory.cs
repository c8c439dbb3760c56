using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Finds, makes and removes the triggers of a stack's networks: what is a time is schedules, what is an event is a rule.</summary>
internal sealed class TriggerDirectory(JobMgmtSession session, RunJobStackNames names)
{
    private readonly TriggerScheduleDirectory _schedules = new(session, names);
    private readonly TriggerRuleDirectory _rules = new(session, names);

    /// <summary>The triggers of networks, by network and name; of all where no network is named.</summary>
    public async Task<IReadOnlyList<DeployedJobTrigger>> ListAsync(IReadOnlyCollection<string>? networks, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeployedJobTrigger> times = await _schedules.ListAsync(networks, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DeployedJobTrigger> events = await _rules.ListAsync(networks, cancellationToken).ConfigureAwait(false);
        return times.Concat(events).OrderBy(trigger => trigger.NetworkName, StringComparer.OrdinalIgnoreCase).ThenBy(trigger => trigger.Name, StringComparer.OrdinalIgnoreCase).ToArray();
    }

    /// <summary>One trigger; null where there is none.</summary>
    public async Task<DeployedJobTrigger?> FindAsync(string network, string name, CancellationToken cancellationToken) =>
        (await ListAsync([network], cancellationToken).ConfigureAwait(false)).FirstOrDefault(trigger => trigger.Name == name);

    /// <summary>Whether there is a network of that name.</summary>
    public async Task<bool> HasNetworkAsync(string network, CancellationToken cancellationToken) =>
        await new NetworkDirectory(session, names).ReadDefinitionAsync(network, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Brings a trigger to what it says. Doing it again mends what was interrupted.</summary>
    public async Task PutAsync(string network, JobTrigger trigger, CancellationToken cancellationToken)
    {
        if (trigger.IsTime)
        {
            await _schedules.PutAsync(network, trigger, cancellationToken).ConfigureAwait(false);
            await _rules.RemoveAsync(network, trigger.Name, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await _rules.PutAsync(network, trigger, cancellationToken).ConfigureAwait(false);

            // The look whether a run has begun in time is a schedule, also of an event.
            await _schedules.PutAsync(network, trigger, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes a trigger.</summary>
    public async Task RemoveAsync(DeployedJobTrigger trigger, CancellationToken cancellationToken)
    {
        await _rules.RemoveAsync(trigger.NetworkName, trigger.Name, cancellationToken).ConfigureAwait(false);
        await _schedules.RemoveAsync(trigger.NetworkName, trigger.Name, cancellationToken).ConfigureAwait(false);
    }
}
