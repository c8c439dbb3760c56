using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.Mocks;

public sealed class Boto3MockTests
{
    [Boto3Fact]
    public async Task TestCases_AreStarted_ByBoto3AndTheCli()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Cases", "mocks", "orders");
        await using var runtime = await TestRuntime.StartAsync(mockConfigFile: Path.Combine(folder, "MockConfigFile.json"));

        Assert.Equal("orders are mocked\n", await Boto3Script.RunAsync(runtime, "mocks.py", Path.Combine(folder, "machines.json")));
    }
}
