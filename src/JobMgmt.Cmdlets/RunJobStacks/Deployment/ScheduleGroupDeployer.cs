using JobMgmt.Aws.Scheduler;
using JobMgmt.Aws.Scheduler.Model;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>Groups of EventBridge Scheduler. The schedules in one are the triggers', and are never touched, save when the stack is unpublished.</summary>
internal sealed class ScheduleGroupDeployer(IAmazonScheduler scheduler) : ArtefactDeployer<ScheduleGroupArtefact>
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    protected override async Task<RunJobStackState> CompareAsync(ScheduleGroupArtefact artefact, CancellationToken cancellationToken)
    {
        if (await FindAsync(artefact, cancellationToken).ConfigureAwait(false) is not { State.Value: "ACTIVE" })
        {
            return RunJobStackState.Missing;
        }

        ListTagsForResourceResponse tags = await scheduler.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = artefact.Arn }, cancellationToken).ConfigureAwait(false);
        return IsOurs(artefact, (tags.Tags ?? []).Select(tag => (tag.Key, tag.Value))) ? RunJobStackState.Current : RunJobStackState.Foreign;
    }

    protected override async Task CreateAsync(ScheduleGroupArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            await scheduler.CreateScheduleGroupAsync(
                new CreateScheduleGroupRequest { Name = artefact.Name, Tags = artefact.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).ToList() }, cancellationToken).ConfigureAwait(false);
        }
        catch (ConflictException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else publishes the same stack; a group of another owner would have been found before.
        }
    }

    protected override Task UpdateAsync(ScheduleGroupArtefact artefact, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task DeleteAsync(ScheduleGroupArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            await scheduler.DeleteScheduleGroupAsync(new DeleteScheduleGroupRequest { Name = artefact.Name }, cancellationToken).ConfigureAwait(false);
            while (await FindAsync(artefact, cancellationToken).ConfigureAwait(false) is not null)
            {
                // Its schedules are deleted first, which takes a while; until then no group of that name can be made.
                await TimeProvider.System.Delay(_pause, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ResourceNotFoundException)
        {
        }
    }

    private async Task<GetScheduleGroupResponse?> FindAsync(ScheduleGroupArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            return await scheduler.GetScheduleGroupAsync(new GetScheduleGroupRequest { Name = artefact.Name }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
