using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>Executions that wait for time: Wait states, tasks that run into their timeout or their heartbeat's and are tried again. No timer is lost, early or double.</summary>
internal sealed class TimerWorkload : IChaosWorkload
{
    private const string Wait = """
        {"StartAt":"W","States":{"W":{"Type":"Wait","SecondsPath":"$.seconds","Next":"P"},"P":{"Type":"Pass","Result":"waited","End":true}}}
        """;

    private const string Deaf = """
        {"StartAt":"T","States":{
          "T":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents.waitForTaskToken",BOUND,
               "Parameters":{"Entries":[{"Source":"chaos.deaf","DetailType":"d","Detail":{"token.$":"$$.Task.Token"}}]},
               "Retry":[{"ErrorEquals":["States.Timeout"],"IntervalSeconds":1,"MaxAttempts":1,"BackoffRate":1}],
               "Catch":[{"ErrorEquals":["States.Timeout"],"ResultPath":null,"Next":"Caught"}],"End":true},
          "Caught":{"Type":"Pass","Result":"caught","End":true}}}
        """;

    private readonly ExecutionLedger _wait = new("wait");
    private readonly ExecutionLedger _timeout = new("timeout");
    private readonly ExecutionLedger _heartbeat = new("heartbeat");

    public int Clients => 2;

    public async Task PrepareAsync(ChaosRun run)
    {
        await _wait.CreateAsync(run, Wait);
        await _timeout.CreateAsync(run, Deaf.Replace("BOUND", "\"TimeoutSeconds\":1", StringComparison.Ordinal));
        await _heartbeat.CreateAsync(run, Deaf.Replace("BOUND", "\"HeartbeatSeconds\":1,\"TimeoutSeconds\":600", StringComparison.Ordinal));
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var seconds = random.Next(1, 4);
        var (ledger, output) = random.Next(3) switch
        {
            0 => (_wait, "\"waited\""),
            1 => (_timeout, "\"caught\""),
            _ => (_heartbeat, "\"caught\""),
        };
        if (await ledger.StartAsync(run, name => JsonObject.Of(("name", name), ("seconds", seconds)), random.Next(2) == 0) is { } started)
        {
            ledger.Expect(started, "SUCCEEDED", output);
        }
    }

    public async Task CheckAsync(ChaosRun run)
    {
        await _wait.CheckAsync(run);
        foreach (var name in _wait.Acknowledged)
        {
            var history = await run.HistoryAsync(_wait.ArnOf(name));
            var input = (JsonObject)JsonValue.Parse(history[0].Object("executionStartedEventDetails")!.Text("input")!);
            CheckPause(run, "a Wait lasts its time and ends once", name, history, "WaitStateEntered", "WaitStateExited", 1, input.Number("seconds")!.Value);
        }

        foreach (var ledger in new[] { _timeout, _heartbeat })
        {
            await ledger.CheckAsync(run);
            foreach (var name in ledger.Acknowledged)
            {
                var history = await run.HistoryAsync(ledger.ArnOf(name));
                CheckPause(run, "a task times out after its time, once a try", name, history, "TaskScheduled", "TaskTimedOut", 2, 1);
            }
        }
    }

    private static void CheckPause(ChaosRun run, string invariant, string name, List<JsonObject> history, string begin, string end, int times, long seconds)
    {
        var begins = history.FindAll(item => item.Text("type") == begin);
        var ends = history.FindAll(item => item.Text("type") == end);
        run.Report.Expect(
            invariant,
            begins.Count == times && ends.Count == times && begins.Zip(ends).All(pair => Seconds(pair.Second) - Seconds(pair.First) >= seconds),
            () => $"{name}: {string.Join(' ', history.Select(item => item.Text("type") + "@" + item["timestamp"]))}");
    }

    private static decimal Seconds(JsonObject item) => decimal.Parse(item["timestamp"]!.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
