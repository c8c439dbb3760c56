using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>Executions that start others and wait for them (<c>.sync:2</c>), in a Map: each child is there once.</summary>
internal sealed class NestedWorkload : IChaosWorkload
{
    private const int Children = 3;
    private readonly ExecutionLedger _ledger = new("parent");
    private string _child = "";

    public async Task PrepareAsync(ChaosRun run)
    {
        _child = await run.CreateMachineAsync("child", """{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$.i","NumericEquals":1,"Next":"W"}],"Default":"P"},"W":{"Type":"Wait","Seconds":1,"Next":"P"},"P":{"Type":"Pass","End":true}}}""");
        await _ledger.CreateAsync(run, """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","ItemSelector":{"i.$":"$$.Map.Item.Value","parent.$":"$.name"},"End":true,
              "ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","End":true,
                "Parameters":{"StateMachineArn":"MACHINE","Input":{"i.$":"$.i","parent.$":"$.parent"}},"OutputPath":"$.Output"}}}}}}
            """.Replace("MACHINE", _child, StringComparison.Ordinal));
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var items = new JsonArray(Enumerable.Range(0, Children).Select(i => (JsonValue)i));
        var name = (await _ledger.StartAsync(run, name => JsonObject.Of(("name", name), ("items", items))))!;
        _ledger.Expect(name, "SUCCEEDED", "[" + string.Join(',', Enumerable.Range(0, Children).Select(i => $$"""{"i":{{i}},"parent":"{{name}}"}""")) + "]");
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200)), TimeProvider.System);
    }

    public async Task CheckAsync(ChaosRun run)
    {
        await _ledger.CheckAsync(run);
        var children = await run.ExecutionsAsync(_child);
        var inputs = new List<string>();
        foreach (var child in children)
        {
            inputs.Add((await run.DescribeAsync(child.Text("executionArn")!)).Text("input")!);
        }

        var byInput = inputs.ToLookup(input => input, StringComparer.Ordinal);
        foreach (var name in _ledger.Acknowledged)
        {
            for (var i = 0; i < Children; i++)
            {
                var input = $$"""{"i":{{i}},"parent":"{{name}}"}""";
                run.Report.Expect("a nested execution is started once", byInput[input].Count() == 1, () => $"{input}: {byInput[input].Count()}");
            }
        }

        run.Report.Expect("no nested execution has no parent", children.Count == _ledger.Acknowledged.Count() * Children, () => $"{children.Count}");
    }
}
