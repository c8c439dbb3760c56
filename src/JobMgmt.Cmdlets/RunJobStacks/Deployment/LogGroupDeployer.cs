using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>Log groups. One that is there is taken over whoever made it: the node's agent makes it too when it comes first.</summary>
internal sealed class LogGroupDeployer(IAmazonCloudWatchLogs logs) : ArtefactDeployer<LogGroupArtefact>
{
    protected override async Task<RunJobStackState> CompareAsync(LogGroupArtefact artefact, CancellationToken cancellationToken)
    {
        await foreach (LogGroup group in logs.Paginators.DescribeLogGroups(new DescribeLogGroupsRequest { LogGroupNamePrefix = artefact.Name })
            .LogGroups.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (group.LogGroupName == artefact.Name)
            {
                return Compared(group.RetentionInDays == artefact.RetentionInDays);
            }
        }

        return RunJobStackState.Missing;
    }

    protected override async Task CreateAsync(LogGroupArtefact artefact, CancellationToken cancellationToken)
    {
        await logs.CreateLogGroupAsync(
            new CreateLogGroupRequest { LogGroupName = artefact.Name, Tags = artefact.Tags.ToDictionary(t => t.Key, t => t.Value) }, cancellationToken).ConfigureAwait(false);
        await UpdateAsync(artefact, cancellationToken).ConfigureAwait(false);
    }

    protected override Task UpdateAsync(LogGroupArtefact artefact, CancellationToken cancellationToken)
        => logs.PutRetentionPolicyAsync(
            new PutRetentionPolicyRequest { LogGroupName = artefact.Name, RetentionInDays = artefact.RetentionInDays }, cancellationToken);

    protected override async Task DeleteAsync(LogGroupArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            await logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = artefact.Name }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
        }
    }
}
