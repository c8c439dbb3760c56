using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>Distributed Maps: each item has one child execution, and the Map Run's counts are those of the items.</summary>
internal sealed class MapRunWorkload : IChaosWorkload
{
    private const int Items = 5;
    private readonly ExecutionLedger _ledger = new("distributed");

    public Task PrepareAsync(ChaosRun run) => _ledger.CreateAsync(run, """
        {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":3,"End":true,
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"W","States":{
            "W":{"Type":"Wait","Seconds":1,"Next":"P"},"P":{"Type":"Pass","End":true}}}}}}
        """);

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var items = new JsonArray(Enumerable.Range(0, Items).Select(i => (JsonValue)i));
        var name = (await _ledger.StartAsync(run, name => JsonObject.Of(("name", name), ("items", items))))!;
        _ledger.Expect(name, "SUCCEEDED", "[0,1,2,3,4]");
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 1000)), TimeProvider.System);
    }

    public async Task CheckAsync(ChaosRun run)
    {
        await _ledger.CheckAsync(run);
        foreach (var name in _ledger.Acknowledged)
        {
            var mapRuns = (await run.Runtime.AskAsync("states", "ListMapRuns", ("executionArn", _ledger.ArnOf(name)))).Objects("mapRuns");
            run.Report.Expect("a distributed Map has one Map Run", mapRuns.Count == 1, () => $"{name}: {mapRuns.Count}");
            var arn = mapRuns[0].Text("mapRunArn")!;
            var described = await run.Runtime.AskAsync("states", "DescribeMapRun", ("mapRunArn", arn));
            run.Report.Expect(
                "a Map Run counts its items right", described.Text("status") == "SUCCEEDED" && described.Object("itemCounts")!.Number("succeeded") == Items
                    && described.Object("itemCounts")!.Number("total") == Items, () => described.ToString());
            var children = await run.Runtime.ListAsync("states", "ListExecutions", "executions", "nextToken", ("mapRunArn", arn));
            var inputs = new List<string>();
            foreach (var child in children)
            {
                var execution = await run.DescribeAsync(child.Text("executionArn")!);
                HistoryCheck.Run(run.Report, execution, await run.HistoryAsync(child.Text("executionArn")!));
                inputs.Add(execution.Text("input")!);
            }

            run.Report.Expect(
                "an item has one child execution", inputs.Order(StringComparer.Ordinal).SequenceEqual(["0", "1", "2", "3", "4"]), () => $"{name}: {string.Join(' ', inputs)}");
        }
    }
}
