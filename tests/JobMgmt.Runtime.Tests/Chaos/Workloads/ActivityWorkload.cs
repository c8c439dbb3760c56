using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>Activities: a worker that polls through the kills. A task whose answer to the poll was lost comes again after its heartbeat's time.</summary>
internal sealed class ActivityWorkload : IChaosWorkload
{
    private readonly ExecutionLedger _ledger = new("activity");
    private string _activity = "";

    public async Task PrepareAsync(ChaosRun run)
    {
        _activity = (await run.Runtime.AskAsync("states", "CreateActivity", ("name", "chaos"))).Text("activityArn")!;
        await _ledger.CreateAsync(run, """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"ACTIVITY","HeartbeatSeconds":2,"TimeoutSeconds":600,"End":true,
              "Retry":[{"ErrorEquals":["States.Timeout"],"IntervalSeconds":1,"MaxAttempts":50,"BackoffRate":1}]}}}
            """.Replace("ACTIVITY", _activity, StringComparison.Ordinal));
        _ = Task.Run(() => WorkAsync(run));
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var name = (await _ledger.StartAsync(run, name => JsonObject.Of(("name", name))))!;
        _ledger.Expect(name, "SUCCEEDED", $"\"worked on {name}\"");
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200)), TimeProvider.System);
    }

    public Task CheckAsync(ChaosRun run) => _ledger.CheckAsync(run);

    /// <summary>Works as long as there is a runtime.</summary>
    private async Task WorkAsync(ChaosRun run)
    {
        while (!run.Runtime.IsOver)
        {
            try
            {
                var task = await run.Runtime.CallAsync("states", "GetActivityTask", ("activityArn", _activity), ("workerName", "chaos"));
                if (task.Text("taskToken") is { Length: > 0 } token)
                {
                    var name = ((JsonObject)JsonValue.Parse(task.Text("input")!)).Text("name");
                    await run.Runtime.AskAsync("states", "SendTaskSuccess", ("taskToken", token), ("output", $"\"worked on {name}\""));
                    run.Report.Count("activity tasks worked on");
                }
            }
            catch (Exception error) when (error is OutcomeUnknownException or AwsErrorException { Code: "TaskTimedOut" })
            {
                // the poll or the answer was lost; what it was about comes again
            }
        }
    }
}
