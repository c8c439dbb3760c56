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

    [Fact]
    public void TryParse_TakesTheMockFile_AsAFullPath()
    {
        Assert.True(RuntimeOptions.TryParse(["--data-path", "x", "--mock-config", "mocks.json"], out var options, out _));
        Assert.Equal(Path.GetFullPath("mocks.json"), options.MockConfigFile);
        Assert.False(RuntimeOptions.TryParse(["--data-path", "x", "--mock-config"], out _, out var fault));
        Assert.StartsWith("--mock-config needs a value", fault, StringComparison.Ordinal);
    }
}
