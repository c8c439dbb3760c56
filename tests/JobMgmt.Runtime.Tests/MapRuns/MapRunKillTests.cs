using System.Globalization;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.MapRuns;

/// <summary>SIGKILL in the middle of Map Runs: no item is lost, none is run twice, and all end.</summary>
public sealed class MapRunKillTests : IDisposable
{
    private const int Items = 2000;
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    public void Dispose() => ScratchFolder.Delete(_folder);

    [Theory]
    [InlineData("STANDARD", 1)]
    [InlineData("EXPRESS", 2)]
    public async Task EveryItem_RunsOnce_WhenTheRuntimeIsKilledAgainAndAgain(string type, int seed)
    {
        var random = new Random(seed);
        string execution;
        using (var first = await RuntimeProcess.StartAsync(_folder))
        {
            var machine = await first.CallAsync(
                "states", "CreateStateMachine", ("name", "m"), ("roleArn", "arn:aws:iam::000000000000:role/r"), ("definition", Definition(type)));
            var input = new JsonArray(Enumerable.Range(0, Items).Select(i => (JsonValue)i)).ToString();
            execution = Text(await first.CallAsync("states", "StartExecution", ("stateMachineArn", machine["stateMachineArn"]), ("input", input)), "executionArn");
            await SomeAsync(first, execution, random.Next(1, Items / 4));
        }

        for (var kill = 2; kill < 4; kill++)
        {
            using var next = await RuntimeProcess.StartAsync(_folder);
            await SomeAsync(next, execution, random.Next(1, Items / 4) * kill);
        }

        using var last = await RuntimeProcess.StartAsync(_folder);
        var ended = await Eventually.GetAsync(
            () => last.CallAsync("states", "DescribeExecution", ("executionArn", execution)), described => Text(described, "status") != "RUNNING");

        Assert.Equal("SUCCEEDED", Text(ended, "status"));
        Assert.Equal(Enumerable.Range(0, Items), ((JsonArray)JsonValue.Parse(Text(ended, "output"))).Select(item => int.Parse(item.ToString(), CultureInfo.InvariantCulture)));
        var counts = (JsonObject)(await RunAsync(last, execution))!["executionCounts"]!;
        Assert.Equal((Items, Items), (Number(counts, "total"), Number(counts, "succeeded")));
        if (type == "STANDARD")
        {
            Assert.Equal(Items, await ListedAsync(last, execution));
        }
    }

    private static string Definition(string type) => $$"""
        {"StartAt":"M","States":{"M":{"Type":"Map","Label":"L","MaxConcurrency":50,"End":true,"ItemProcessor":{
        "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{type}}"},"StartAt":"E","States":{
        "E":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","ResultPath":null,"End":true,
        "Parameters":{"Entries":[{"Source":"s","DetailType":"t","Detail":{} }]} } } } } } }
        """;

    /// <summary>Waits until so many children have succeeded.</summary>
    private static Task SomeAsync(RuntimeProcess runtime, string execution, int count) => Eventually.GetAsync(
        () => RunAsync(runtime, execution), run => run is not null && Number((JsonObject)run["executionCounts"]!, "succeeded") >= count);

    private static async Task<JsonObject?> RunAsync(RuntimeProcess runtime, string execution)
    {
        var runs = (JsonArray)(await runtime.CallAsync("states", "ListMapRuns", ("executionArn", execution)))["mapRuns"]!;
        return runs.Count == 0 ? null : await runtime.CallAsync("states", "DescribeMapRun", ("mapRunArn", ((JsonObject)runs[0])["mapRunArn"]));
    }

    private static async Task<int> ListedAsync(RuntimeProcess runtime, string execution)
    {
        var (count, run) = (0, (await RunAsync(runtime, execution))!["mapRunArn"]);
        for (JsonValue? token = null; ;)
        {
            var page = await runtime.CallAsync("states", "ListExecutions", ("mapRunArn", run), ("maxResults", 1000), ("nextToken", token));
            count += ((JsonArray)page["executions"]!).Count;
            token = page["nextToken"];
            if (token is null)
            {
                return count;
            }
        }
    }

    private static int Number(JsonObject counts, string name) => int.Parse(counts[name]!.ToString(), CultureInfo.InvariantCulture);

    private static string Text(JsonObject answer, string name) => ((JsonString)answer[name]!).Value;
}
