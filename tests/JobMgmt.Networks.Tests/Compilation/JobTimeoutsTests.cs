using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Networks.Tests.Compilation;

public sealed class JobTimeoutsTests
{
    [Theory]
    [InlineData(5, 0, 0)]
    [InlineData(300, 1800, 2)]
    [InlineData(3600, 1800, 2)]
    [InlineData(172_800, 86_400, 5)]
    [InlineData(172_800, 2_592_000, 1000)]
    public void EachPart_HoldsThoseInsideIt(int executionTimeout, int queueSeconds, int busyAttempts)
    {
        var options = new RunJobStackOptions { QueueSeconds = queueSeconds, WorkerBusyMaxAttempts = busyAttempts };
        var timeouts = new JobTimeouts(executionTimeout, options);

        Assert.True(timeouts.Command > JobTimeouts.Delivery + executionTimeout);
        Assert.True(timeouts.Attempt >= queueSeconds + JobTimeouts.Selection + timeouts.Command + JobTimeouts.Callback);
        Assert.InRange(timeouts.Job, Math.Min(timeouts.Attempt + timeouts.Busy, 99_999_999), 99_999_999);
        Assert.True(JobTimeouts.LongestCommand >= timeouts.Command);
    }

    [Fact]
    public void Busy_IsTheAttemptsAndTheirGrowingWaits()
    {
        var options = new RunJobStackOptions { QueueSeconds = 0, WorkerBusyIntervalSeconds = 100, WorkerBusyMaxAttempts = 2, WorkerBusyBackoffRate = 2 };

        Assert.Equal((2 * (JobTimeouts.Selection + JobTimeouts.Callback)) + 100 + 200, new JobTimeouts(300, options).Busy);
    }
}
