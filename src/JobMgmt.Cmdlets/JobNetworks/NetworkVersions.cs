using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>
/// The versions of networks' state machines: one a deployment, so that a run can be continued on the definition that it had. Step Functions keeps 1,000 a machine; the
/// newest are kept here, and older ones that runs are at work on.
/// </summary>
internal sealed class NetworkVersions(IAmazonStepFunctions states)
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 100;

    /// <summary>Publishes the machine as it is now; where that has a version already, no other one is made.</summary>
    public Task PublishAsync(string machineArn, string description, CancellationToken cancellationToken)
        => states.PublishStateMachineVersionAsync(new PublishStateMachineVersionRequest { StateMachineArn = machineArn, Description = description }, cancellationToken);

    /// <summary>Deletes all but the newest, those that runs are at work on, and those that somebody has given an alias.</summary>
    public async Task PruneAsync(string machineArn, CancellationToken cancellationToken)
    {
        foreach (string old in (await ListAsync(machineArn, cancellationToken).ConfigureAwait(false)).Skip(Kept))
        {
            ListExecutionsResponse running = await states.ListExecutionsAsync(
                new ListExecutionsRequest { StateMachineArn = old, StatusFilter = ExecutionStatus.RUNNING, MaxResults = 1 }, cancellationToken).ConfigureAwait(false);
            if (running.Executions is { Count: > 0 })
            {
                continue;
            }

            try
            {
                await states.DeleteStateMachineVersionAsync(new DeleteStateMachineVersionRequest { StateMachineVersionArn = old }, cancellationToken).ConfigureAwait(false);
            }
            catch (ConflictException)
            {
                // An alias is on it: somebody else's.
            }
        }
    }

    /// <summary>Where a run can be started on a definition: the machine itself where it has it, else a version; null where none has.</summary>
    /// <param name="machineArn">The machine.</param>
    /// <param name="definition">The definition, as the run had it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StateMachineDoesNotExistException">The network is gone, and its versions with it.</exception>
    public async Task<string?> FindAsync(string machineArn, string definition, CancellationToken cancellationToken)
    {
        if (await HasAsync(machineArn, definition, cancellationToken).ConfigureAwait(false))
        {
            return machineArn;
        }

        foreach (string version in await ListAsync(machineArn, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (await HasAsync(version, definition, cancellationToken).ConfigureAwait(false))
                {
                    return version;
                }
            }
            catch (StateMachineDoesNotExistException)
            {
                // Deleted just now.
            }
        }

        return null;
    }

    // By its text and not by the revision's id: what was deployed again after something else is as good.
    private async Task<bool> HasAsync(string arn, string definition, CancellationToken cancellationToken)
        => (await states.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = arn }, cancellationToken).ConfigureAwait(false)).Definition == definition;

    private async Task<IReadOnlyList<string>> ListAsync(string machineArn, CancellationToken cancellationToken)
    {
        var versions = new List<string>();
        var request = new ListStateMachineVersionsRequest { StateMachineArn = machineArn, MaxResults = 1000 };
        await foreach (StateMachineVersionListItem version in states.Paginators.ListStateMachineVersions(request).StateMachineVersions
            .WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            versions.Add(version.StateMachineVersionArn);
        }

        return versions;
    }
}
