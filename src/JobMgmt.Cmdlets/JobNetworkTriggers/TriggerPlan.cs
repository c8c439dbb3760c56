using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>What is to be done so that a network has exactly the triggers of its definition.</summary>
/// <param name="Put">Triggers that are missing or differ.</param>
/// <param name="Remove">Triggers that the definition does not have.</param>
internal sealed record TriggerPlan(IReadOnlyList<JobTrigger> Put, IReadOnlyList<DeployedJobTrigger> Remove)
{
    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Put.Count == 0 && Remove.Count == 0;

    /// <summary>The plan.</summary>
    /// <param name="wanted">The definition's triggers; null: it says nothing of them.</param>
    /// <param name="there">Those of the target.</param>
    public static TriggerPlan Of(IReadOnlyList<JobTrigger>? wanted, IReadOnlyList<DeployedJobTrigger> there) => wanted is null ? new TriggerPlan([], []) : new TriggerPlan(
        wanted.Where(trigger => !there.Any(one => one.Name == trigger.Name && TriggerComparison.AreSame(one.Definition, trigger))).ToArray(),
        there.Where(one => !wanted.Any(trigger => trigger.Name == one.Name)).ToArray());

    /// <summary>Does it. Doing it again mends what was interrupted.</summary>
    /// <param name="session">The target.</param>
    /// <param name="names">The stack.</param>
    /// <param name="network">The network.</param>
    /// <param name="done">Is given what is done, in words, also where the rest then fails; null: nobody asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task ApplyAsync(JobMgmtSession session, RunJobStackNames names, string network, ICollection<string>? done, CancellationToken cancellationToken)
    {
        var directory = new TriggerDirectory(session, names);
        foreach (JobTrigger trigger in Put)
        {
            if (BucketEvents.Of(session, trigger) is { } events)
            {
                await events.TurnOnAsync(_ => Task.FromResult(true), cancellationToken).ConfigureAwait(false);
            }

            await directory.PutAsync(network, trigger, cancellationToken).ConfigureAwait(false);
            done?.Add($"trigger '{trigger.Name}'");
        }

        foreach (DeployedJobTrigger trigger in Remove)
        {
            await directory.RemoveAsync(trigger, cancellationToken).ConfigureAwait(false);
            done?.Add($"trigger '{trigger.Name}' removed");
        }
    }
}
