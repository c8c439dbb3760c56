using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>Executions that need no effect, with inputs long enough to fill SQLite's log; some starts are never asked for again. And the same as EXPRESS ones.</summary>
internal sealed class ChainWorkload : IChaosWorkload
{
    private const string Definition = """
        {"StartAt":"A","States":{
          "A":{"Type":"Pass","Next":"B"},
          "B":{"Type":"Pass","Parameters":{"name.$":"$.name","length.$":"States.ArrayLength($.list)"},"Next":"C"},
          "C":{"Type":"Pass","End":true}}}
        """;

    private readonly ExecutionLedger _ledger = new("chain");
    private string _express = "";

    public int Clients => 6;

    public async Task PrepareAsync(ChaosRun run)
    {
        await _ledger.CreateAsync(run, Definition);
        _express = await run.CreateMachineAsync("express", Definition, "EXPRESS");
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var length = random.Next(1, 600);
        var list = new JsonArray(Enumerable.Range(0, length).Select(i => (JsonValue)$"item {i} of a list that takes its room"));
        var isInsisting = random.Next(2) == 0;
        if (await _ledger.StartAsync(run, name => JsonObject.Of(("name", name), ("list", list)), isInsisting) is { } started)
        {
            _ledger.Expect(started, "SUCCEEDED", $$"""{"name":"{{started}}","length":{{length}}}""");
        }

        if (random.Next(4) == 0)
        {
            var answer = await run.Runtime.AskAsync(
                "states", "StartSyncExecution", ("stateMachineArn", _express), ("input", JsonObject.Of(("name", "x"), ("list", list)).ToString()));
            run.Report.Expect("StartSyncExecution answers with its output", answer.Text("output") == $$"""{"name":"x","length":{{length}}}""", () => answer.ToString());
        }
    }

    public Task CheckAsync(ChaosRun run) => _ledger.CheckAsync(run);
}
