using System.Collections.Concurrent;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>Events of a client's own, with a log group and a state machine as targets. An accepted one reaches both once; one that was not answered, both or neither.</summary>
internal sealed class EventWorkload : IChaosWorkload
{
    private readonly ConcurrentDictionary<string, bool> _put = new(StringComparer.Ordinal);
    private string _machine = "";
    private int _last;

    public int Clients => 2;

    public async Task PrepareAsync(ChaosRun run)
    {
        _machine = await run.CreateMachineAsync("on-event", """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""");
        await run.LogEventsAsync("chaos-events", """{"source":["chaos.event"]}""", "/chaos/events");
        await run.Runtime.AskAsync("events", "PutRule", ("Name", "chaos-machine"), ("EventPattern", """{"source":["chaos.event"]}"""));
        await run.Runtime.AskAsync(
            "events", "PutTargets", ("Rule", "chaos-machine"), ("Targets", new JsonArray([JsonObject.Of(("Id", "machine"), ("Arn", _machine), ("RoleArn", ChaosRun.Role))])));
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var names = Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"event {Interlocked.Increment(ref _last)}").ToArray();
        foreach (var name in names)
        {
            _put[name] = false;
        }

        try
        {
            var entries = names.Select(name => (JsonValue)JsonObject.Of(("Source", "chaos.event"), ("DetailType", "d"), ("Detail", JsonObject.Of(("name", name)).ToString())));
            var answer = await run.Runtime.CallAsync("events", "PutEvents", ("Entries", new JsonArray(entries)));
            run.Report.Expect("PutEvents accepts", answer.Number("FailedEntryCount") == 0, () => answer.ToString());
            foreach (var name in names)
            {
                _put[name] = true;
            }
        }
        catch (OutcomeUnknownException)
        {
            run.Report.Count("events never answered", names.Length);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(80)), TimeProvider.System);
    }

    public async Task CheckAsync(ChaosRun run)
    {
        var logged = (await run.LoggedEventsAsync("/chaos/events")).ToLookup(entry => entry.Object("detail")!.Text("name")!, StringComparer.Ordinal);
        var started = new List<string>();
        foreach (var execution in await run.ExecutionsAsync(_machine))
        {
            var input = (JsonObject)JsonValue.Parse((await run.DescribeAsync(execution.Text("executionArn")!)).Text("input")!);
            started.Add(input.Object("detail")!.Text("name")!);
        }

        var byName = started.ToLookup(name => name, StringComparer.Ordinal);
        foreach (var (name, isAccepted) in _put)
        {
            var (log, machine) = (logged[name].Count(), byName[name].Count());
            if (isAccepted)
            {
                run.Report.Expect("an accepted event is logged once and starts one execution", (log, machine) == (1, 1), () => $"{name}: {log} {machine}");
            }
            else
            {
                run.Report.Expect("an event that was not answered reached all its targets or none", (log, machine) is (0, 0) or (1, 1), () => $"{name}: {log} {machine}");
            }
        }
    }
}
