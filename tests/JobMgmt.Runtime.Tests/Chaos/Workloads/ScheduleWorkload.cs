using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>
/// Schedules that are due within seconds, and every minute: each starts one execution, or puts one event, however often the runtime is killed before, at and after its time.
/// An event has no name by which a second one could be refused.
/// </summary>
internal sealed class ScheduleWorkload : IChaosWorkload
{
    private static readonly TimeSpan _bound = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Entry> _made = new(StringComparer.Ordinal);
    private string _machine = "";
    private string _everyMinute = "";
    private int _last;

    public int Clients => 2;

    public async Task PrepareAsync(ChaosRun run)
    {
        _machine = await run.CreateMachineAsync("on-schedule", """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""");
        _everyMinute = await run.CreateMachineAsync("every-minute", """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""");
        await run.LogEventsAsync("chaos-schedules", """{"source":["chaos.schedule"]}""", "/chaos/schedules");
        await run.Runtime.AskAsync("events", "PutRule", ("Name", "chaos-minute"), ("ScheduleExpression", "cron(* * * * ? *)"));
        await run.Runtime.AskAsync(
            "events", "PutTargets", ("Rule", "chaos-minute"), ("Targets", new JsonArray([JsonObject.Of(("Id", "machine"), ("Arn", _everyMinute), ("RoleArn", ChaosRun.Role))])));
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        await Task.WhenAll(Enumerable.Range(0, random.Next(1, 10)).Select(_ => (Due: random.Next(500, 2500), IsEvent: random.Next(2) == 0, IsTakenBack: random.Next(8) == 0)).ToArray()
            .Select(plan => MakeAsync(run, TimeSpan.FromMilliseconds(plan.Due), new Entry(plan.IsEvent, plan.IsTakenBack))));
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(120)), TimeProvider.System);
    }

    public async Task CheckAsync(ChaosRun run)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < _bound && (await SchedulesAsync(run)).Count > 0;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        await run.Runtime.AskAsync("events", "DisableRule", ("Name", "chaos-minute")); // or the next minute comes while the whole is checked
        run.Report.Expect("a one-time schedule is deleted when it has fired", (await SchedulesAsync(run)).Count == 0, () => "some are left");
        await WholeCheck.SettleAsync(run); // what fired last
        var put = (await run.LoggedEventsAsync("/chaos/schedules")).ToLookup(entry => entry.Object("detail")!.Text("name")!, StringComparer.Ordinal);
        var started = (await InputsAsync(run, _machine)).ToLookup(input => input.Text("name")!, StringComparer.Ordinal);
        foreach (var (name, entry) in _made)
        {
            var times = (entry.IsEvent ? put : started)[name].Count();
            run.Report.Expect(
                entry.IsTakenBack ? "a schedule that is deleted fires once at most" : "a schedule fires once",
                times == 1 || (times == 0 && entry.IsTakenBack),
                () => $"{name}: {times}, an event: {entry.IsEvent}");
        }

        var minutes = (await InputsAsync(run, _everyMinute)).ConvertAll(input => input.Text("time")!);
        run.Report.Expect("a rule's minute comes once", minutes.Distinct(StringComparer.Ordinal).Count() == minutes.Count, () => string.Join(' ', minutes));
    }

    private async Task MakeAsync(ChaosRun run, TimeSpan ahead, Entry entry)
    {
        var name = $"once-{Interlocked.Increment(ref _last)}";
        var due = TimeProvider.System.GetUtcNow() + ahead;
        _made[name] = entry;
        var target = entry.IsEvent
            ? JsonObject.Of(("Arn", "arn:aws:events:us-east-1:000000000000:event-bus/default"), ("EventBridgeParameters", JsonObject.Of(("DetailType", "d"), ("Source", "chaos.schedule"))))
            : JsonObject.Of(("Arn", _machine));
        await run.Runtime.AskAsync(
            "scheduler",
            "CreateSchedule",
            ("Name", name),
            ("ClientToken", name),
            ("ScheduleExpression", due.ToString("'at('yyyy-MM-dd'T'HH:mm:ss')'", CultureInfo.InvariantCulture)),
            ("FlexibleTimeWindow", JsonObject.Of(("Mode", "OFF"))),
            ("ActionAfterCompletion", "DELETE"),
            ("Target", target.With("RoleArn", ChaosRun.Role).With("Input", JsonObject.Of(("name", name)).ToString())));
        run.Report.Count("schedules made");
        if (entry.IsTakenBack || MayBeOver(due))
        {
            _made[name] = entry with { IsTakenBack = true };
            await TakeBackAsync(run, name);
        }
    }

    /// <summary>Whether a time may have been over when its schedule, which is there now, was made: no time of a minute before that one comes. So it is where the runtime was dead over a minute's end.</summary>
    public static bool MayBeOver(DateTimeOffset due) => TimeProvider.System.GetUtcNow() is var now && due < now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMinute));

    private static async Task TakeBackAsync(ChaosRun run, string name)
    {
        try
        {
            await run.Runtime.AskAsync("scheduler", "DeleteSchedule", ("Name", name), ("ClientToken", $"back-{name}"));
            run.Report.Count("schedules taken back");
        }
        catch (AwsErrorException error) when (error.Code == "ResourceNotFoundException")
        {
            run.Report.Count("schedules too late to be taken back");
        }
    }

    private static Task<List<JsonObject>> SchedulesAsync(ChaosRun run) => run.Runtime.ListAsync("scheduler", "ListSchedules", "Schedules", "NextToken", ("NamePrefix", "once-"));

    private static async Task<List<JsonObject>> InputsAsync(ChaosRun run, string machine)
    {
        var inputs = new List<JsonObject>();
        foreach (var execution in await run.ExecutionsAsync(machine))
        {
            inputs.Add((JsonObject)JsonValue.Parse((await run.DescribeAsync(execution.Text("executionArn")!)).Text("input")!));
        }

        return inputs;
    }

    private sealed record Entry(bool IsEvent, bool IsTakenBack);
}
