using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.States;

public sealed class Boto3StatesTests
{
    [Boto3Fact]
    public async Task DistributedMaps_AreAsOnAws_ForBoto3()
    {
        await using var runtime = await TestRuntime.StartAsync();

        Assert.Equal("maps are as on AWS\n", await Boto3Script.RunAsync(runtime, "maps.py"));
    }

    [Boto3Fact]
    public async Task States_AreAsOnAws_ForBoto3AndTheCli()
    {
        await using var runtime = await TestRuntime.StartAsync();

        Assert.Equal("states are as on AWS\n", await Boto3Script.RunAsync(runtime, "states.py"));
    }
}
