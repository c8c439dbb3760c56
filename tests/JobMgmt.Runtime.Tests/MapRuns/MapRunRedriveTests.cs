using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.MapRuns;

/// <summary>Redriving an execution whose Map Run failed or was aborted: what succeeded stays, all else goes on.</summary>
public sealed class MapRunRedriveTests : IAsyncLifetime
{
    private MapRunDriver _maps = null!;

    private StatesDriver States => _maps.States;

    public async Task InitializeAsync() => _maps = await MapRunDriver.StartAsync();

    public async Task DisposeAsync() => await _maps.DisposeAsync();

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("EXPRESS")]
    public async Task FailedChildren_GoOn_AndThoseThatNeverStartedStart(string type)
    {
        // one that waits for a second fails: as long as nobody makes the bucket, reading its listing is refused
        var bucket = $"b-{Guid.NewGuid():N}";
        var machine = await _maps.CreateAsync(
            """{"MaxConcurrency":1}""",
            $$"""{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:getBucketLocation","Parameters":{"Bucket.$":"$"},"ResultPath":null}""", type);
        var there = await _maps.CreateBucketAsync();
        var execution = await States.StartAsync(machine, $"""["{there}","{bucket}","{there}"]""");
        Assert.Equal("FAILED", StatesDriver.Text(await States.EndAsync(execution), "status"));
        Assert.Equal("pending 1 succeeded 1 failed 1 total 3", await _maps.CountsAsync(execution));
        Assert.Equal(System.Net.HttpStatusCode.OK, await _maps.MakeBucketAsync(bucket));

        await States.CallAsync("RedriveExecution", ("executionArn", execution));
        var ended = await States.EndAsync(execution);

        Assert.Equal("SUCCEEDED", StatesDriver.Text(ended, "status"));
        Assert.Equal($"""["{there}","{bucket}","{there}"]""", StatesDriver.Text(ended, "output"));
        Assert.Equal("succeeded 3 total 3", await _maps.CountsAsync(execution));
        Assert.Equal("1", (await _maps.DescribeAsync(execution))["redriveCount"]!.ToString());
        Assert.Contains("ExecutionRedriven MapRunRedriven MapRunSucceeded", await States.TypesAsync(execution), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AbortedMapRun_GoesOn()
    {
        var activity = await _maps.CreateActivityAsync();
        var machine = await _maps.CreateAsync("""{"MaxConcurrency":2}""", JsonObject.Of(("Type", "Task"), ("Resource", activity)).ToString());
        var execution = await States.StartAsync(machine, "[1,2,3]");
        await States.SettleAsync();
        await States.CallAsync("StopExecution", ("executionArn", execution));
        var child = StatesDriver.Text((await _maps.ChildrenAsync(execution))[0], "executionArn");

        var refused = await Assert.ThrowsAsync<AwsErrorException>(() => States.CallAsync("RedriveExecution", ("executionArn", child)));
        await States.CallAsync("RedriveExecution", ("executionArn", execution));
        for (var i = 0; i < 3; i++)
        {
            await _maps.SucceedAsync(await _maps.TakeAsync(activity));
        }

        Assert.Equal("ExecutionNotRedrivable", refused.Code);
        Assert.Equal("[1,2,3]", StatesDriver.Text(await States.EndAsync(execution), "output"));
        Assert.Equal("1", (await States.DescribeAsync(child))["redriveCount"]!.ToString());
    }
}
