using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>Executions that are stopped, redriven and stopped again, with the execution that they wait for.</summary>
internal sealed class StopWorkload : IChaosWorkload
{
    private readonly ExecutionLedger _ledger = new("stopped");
    private string _sleeper = "";
    private int _redrives;

    public int Clients => 2;

    public async Task PrepareAsync(ChaosRun run)
    {
        _sleeper = await run.CreateMachineAsync("sleeper", """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":86400,"End":true}}}""");
        await _ledger.CreateAsync(run, """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","End":true,
              "Parameters":{"StateMachineArn":"MACHINE","Input":{"parent.$":"$.name"}}}}}
            """.Replace("MACHINE", _sleeper, StringComparison.Ordinal));
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var name = (await _ledger.StartAsync(run, name => JsonObject.Of(("name", name))))!;
        _ledger.Expect(name, "ABORTED");
        var arn = _ledger.ArnOf(name);
        await StopAsync(run, arn, random);
        if (random.Next(2) == 0)
        {
            await run.Runtime.AskAsync("states", "RedriveExecution", ("executionArn", arn), ("clientToken", name));
            Interlocked.Increment(ref _redrives);
            await StopAsync(run, arn, random);
            var described = await run.DescribeAsync(arn);
            run.Report.Expect("a redrive is done once, however often it is asked for", described.Number("redriveCount") == 1, () => described.ToString());
        }
    }

    public async Task CheckAsync(ChaosRun run)
    {
        await _ledger.CheckAsync(run);
        var sleepers = await run.ExecutionsAsync(_sleeper);
        run.Report.Expect("no nested execution has no parent", sleepers.Count <= _ledger.Acknowledged.Count() + _redrives, () => $"{sleepers.Count}");
        foreach (var sleeper in sleepers)
        {
            run.Report.Expect("what a stopped execution waited for is stopped", sleeper.Text("status") == "ABORTED", () => sleeper.ToString());
        }
    }

    private static async Task StopAsync(ChaosRun run, string execution, Random random)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(250)), TimeProvider.System);
        await run.Runtime.AskAsync("states", "StopExecution", ("executionArn", execution), ("error", "Chaos"));
        var described = await run.DescribeAsync(execution);
        run.Report.Expect("an execution whose stop was acknowledged is stopped", described.Text("status") == "ABORTED", () => described.ToString());
    }
}
