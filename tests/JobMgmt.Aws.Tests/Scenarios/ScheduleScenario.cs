using JobMgmt.Aws.Scheduler;
using JobMgmt.Aws.Scheduler.Model;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Aws.Tests.Scenarios;

/// <summary>A schedule's life in a group.</summary>
public static class ScheduleScenario
{
    public static async Task RunAsync(JobMgmtSession session)
    {
        var scheduler = session.Scheduler;
        var group = await scheduler.CreateScheduleGroupAsync(new CreateScheduleGroupRequest { Name = "jobs", Tags = [new Tag { Key = "stack", Value = "a & b" }] });
        var target = new Target { Arn = "arn:aws:states:us-east-1:123456789012:stateMachine:m", RoleArn = "arn:aws:iam::123456789012:role/r", Input = "{}" };
        await scheduler.CreateScheduleAsync(new CreateScheduleRequest
        {
            Name = "nightly", GroupName = "jobs", ScheduleExpression = "cron(30 2 * * ? *)", ScheduleExpressionTimezone = "Asia/Tokyo", Description = "説明",
            FlexibleTimeWindow = new FlexibleTimeWindow { Mode = FlexibleTimeWindowMode.OFF }, Target = target,
        });
        var made = await scheduler.GetScheduleAsync(new GetScheduleRequest { Name = "nightly", GroupName = "jobs" });
        await scheduler.UpdateScheduleAsync(new UpdateScheduleRequest
        {
            Name = "nightly", GroupName = "jobs", ScheduleExpression = "rate(1 hour)", State = ScheduleState.DISABLED,
            FlexibleTimeWindow = new FlexibleTimeWindow { Mode = FlexibleTimeWindowMode.FLEXIBLE, MaximumWindowInMinutes = 5 }, Target = target,
        });
        var changed = await scheduler.GetScheduleAsync(new GetScheduleRequest { Name = "nightly", GroupName = "jobs" });
        var schedules = await scheduler.Paginators.ListSchedules(new ListSchedulesRequest { GroupName = "jobs" }).Schedules.ToListAsync();
        var groups = await scheduler.Paginators.ListScheduleGroups(new ListScheduleGroupsRequest()).ScheduleGroups.ToListAsync();
        var tags = await scheduler.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = group.ScheduleGroupArn! });

        Assert.Equal(("説明", "Asia/Tokyo", ScheduleState.ENABLED), (made.Description, made.ScheduleExpressionTimezone, made.State));
        Assert.Equal(185, made.Target!.RetryPolicy!.MaximumRetryAttempts);
        Assert.Equal(("rate(1 hour)", ScheduleState.DISABLED, (int?)5), (changed.ScheduleExpression, changed.State, changed.FlexibleTimeWindow!.MaximumWindowInMinutes));
        Assert.Null(changed.Description);
        Assert.Equal("nightly", Assert.Single(schedules).Name);
        Assert.Contains(groups, found => found.Name == "jobs" && found.Arn == group.ScheduleGroupArn);
        Assert.Equal("a & b", Assert.Single(tags.Tags!).Value);
        await scheduler.DeleteScheduleAsync(new DeleteScheduleRequest { Name = "nightly", GroupName = "jobs" });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => scheduler.GetScheduleAsync(new GetScheduleRequest { Name = "nightly", GroupName = "jobs" }));
        await scheduler.DeleteScheduleGroupAsync(new DeleteScheduleGroupRequest { Name = "jobs" });
    }
}
