using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.S3;

public sealed class Boto3ObjectTests
{
    [Boto3Fact]
    public async Task Objects_AreAsOnAws_ForBoto3AndTheCli()
    {
        await using var runtime = await TestRuntime.StartAsync();

        Assert.Equal("objects are as on AWS\n", await Boto3Script.RunAsync(runtime, "objects.py"));
    }
}
