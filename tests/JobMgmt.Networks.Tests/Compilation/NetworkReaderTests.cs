using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Compilation;

public sealed class NetworkReaderTests
{
    public static TheoryData<JobNetwork> Networks => [Samples.Example, Samples.Everything, Samples.Judged, Samples.Example with { AlertChannel = null, Description = "x" }];

    [Theory]
    [MemberData(nameof(Networks))]
    public void TryRead_GivesWhatWasCompiled(JobNetwork network)
    {
        Assert.True(NetworkReader.TryRead(NetworkCompiler.Compile(network, Samples.Names), network.Name, out var read, out var reason), reason);

        Assert.Equivalent(network, read, strict: true);
        Assert.Equal(NetworkCompiler.Compile(network, Samples.Names), NetworkCompiler.Compile(read!, Samples.Names));
    }

    [Fact]
    public void TryRead_ReadsNetworkWrittenByHand()
    {
        var asl = (JsonObject)JsonValue.Parse(Cases.Text("network-by-hand.json"));

        Assert.True(NetworkReader.TryRead(asl, "by-hand", out var network, out var reason), reason);

        Assert.Equal(["Fetch", "Load"], network!.Jobs.Select(job => job.Name));
        Assert.Equal(["curl -sO https://example.com/data", "test -s data"], network.Jobs[0].Command);
        Assert.Equal(300, network.Jobs[0].ExecutionTimeout);
        Assert.Equal(3600, network.Jobs[1].ExecutionTimeout);
        Assert.Equal("loader", network.Jobs[1].Tag!["role"]);
        Assert.Equal("/tmp", network.Jobs[0].WorkingDirectory);
        Assert.Equal("night", network.AlertChannel);
    }

    [Theory]
    [InlineData("""{"StartAt":"A"}""", "no States")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "starts RunJob")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[]}}}""", "'A' is neither")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A"}}}""", "'A' comes again")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}""", "'B' comes again or is missing")]
    public void TryRead_SaysWhy_WhenItIsNoSequenceOfJobs(string asl, string reason)
    {
        Assert.False(NetworkReader.TryRead((JsonObject)JsonValue.Parse(asl), "x", out _, out var told));
        Assert.Contains(reason, told, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadJobs_FindsThoseInsideParallelAndMap()
    {
        var job = NetworkCompiler.Compile(Samples.Example, Samples.Names)["States"] is JsonObject states ? states["Job 1"]! : JsonValue.Null;
        var branch = JsonObject.Of(("StartAt", "Inner"), ("States", JsonObject.Of(("Inner", job))));
        var asl = JsonObject.Of(("StartAt", "P"), ("States", JsonObject.Of(
            ("P", JsonObject.Of(("Type", "Parallel"), ("Branches", new JsonArray([branch])))),
            ("M", JsonObject.Of(("Type", "Map"), ("ItemProcessor", JsonObject.Of(("States", JsonObject.Of(("Each", job))))))))));

        Assert.Equal(["Inner", "Each"], NetworkReader.ReadJobs(asl).Select(found => found.Name));
    }
}
