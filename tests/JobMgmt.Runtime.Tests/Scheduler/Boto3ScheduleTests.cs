using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.Scheduler;

public sealed class Boto3ScheduleTests
{
    [Boto3Fact]
    public async Task Schedules_AreAsOnAws_ForBoto3AndTheCli()
    {
        await using var runtime = await TestRuntime.StartAsync();

        Assert.Equal("schedules are as on AWS\n", await Boto3Script.RunAsync(runtime, "schedules.py"));
    }
}
