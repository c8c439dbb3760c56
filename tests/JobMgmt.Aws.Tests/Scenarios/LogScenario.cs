using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Aws.Tests.Scenarios;

/// <summary>A log group's life: what is put is read back, page by page.</summary>
public static class LogScenario
{
    public static async Task RunAsync(JobMgmtSession session)
    {
        var logs = session.Logs;
        var now = new DateTime(TimeProvider.System.GetUtcNow().Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "/jobmgmt/live" });
        await logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = "/jobmgmt/live", RetentionInDays = 30 });
        await logs.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = "/jobmgmt/live", LogStreamName = "c/i-1/aws-runShellScript/stdout" });
        await logs.PutLogEventsAsync(new PutLogEventsRequest
        {
            LogGroupName = "/jobmgmt/live",
            LogStreamName = "c/i-1/aws-runShellScript/stdout",
            LogEvents = [.. Enumerable.Range(0, 25).Select(number => new InputLogEvent { Timestamp = now.AddMilliseconds(number), Message = $"行 {number}" })],
        });

        var groups = await logs.Paginators.DescribeLogGroups(new DescribeLogGroupsRequest { LogGroupNamePrefix = "/jobmgmt/" }).LogGroups.ToListAsync();
        var streams = await logs.Paginators.DescribeLogStreams(new DescribeLogStreamsRequest { LogGroupName = "/jobmgmt/live" }).LogStreams.ToListAsync();
        var events = await logs.Paginators.GetLogEvents(new GetLogEventsRequest { LogGroupName = "/jobmgmt/live", LogStreamName = streams.Single().LogStreamName!, StartFromHead = true, Limit = 10 }).Events.ToListAsync();
        var found = await logs.Paginators.FilterLogEvents(new FilterLogEventsRequest { LogGroupName = "/jobmgmt/live", Limit = 10 }).Events.ToListAsync();

        Assert.Equal(30, Assert.Single(groups).RetentionInDays);
        Assert.Equal(25, events.Count);
        Assert.Equal(now, events[0].Timestamp);
        Assert.Equal("行 24", events[24].Message);
        Assert.Equal(events.Select(item => item.Message), found.Select(item => item.Message));
        await logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = "/jobmgmt/live" });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = "/jobmgmt/live" }));
    }
}
