using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.Ec2;

public sealed class Boto3WorkerTests
{
    [Boto3Fact]
    public async Task Workers_AreAsOnAws_ForBoto3AndTheCli()
    {
        await using var runtime = await TestRuntime.StartAsync();

        Assert.Equal("workers are as on AWS\n", await Boto3Script.RunAsync(runtime, "workers.py"));
    }
}
