using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.Iam;

public sealed class Boto3RoleTests
{
    [Boto3Fact]
    public async Task Roles_AreAsOnAws_ForBoto3AndTheCli()
    {
        await using var runtime = await TestRuntime.StartAsync();

        Assert.Equal("roles are as on AWS\n", await Boto3Script.RunAsync(runtime, "roles.py"));
    }
}
