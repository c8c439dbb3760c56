using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Tests.Hosting;

public sealed class RuntimeOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("x\nendpoint_url = http://elsewhere")] // it would be a line of the clients' configuration
    [InlineData("x:y")] // it would shift the parts of every ARN
    public void TryParse_NamesTheFault_WhenARegionIsNone(string region)
    {
        Assert.False(RuntimeOptions.TryParse(["--data-path", "x", "--region", region], out _, out var fault));
        Assert.StartsWith("--region takes a name", fault, StringComparison.Ordinal);
    }
}
