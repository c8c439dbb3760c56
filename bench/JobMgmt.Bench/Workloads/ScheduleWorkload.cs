using System.Globalization;
using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.Bench.Wire;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>200 schedules that are due in the same second, and some that are due alone: how late each starts its execution, by the server's own clock.</summary>
internal sealed class ScheduleWorkload : Workload
{
    private const int Alone = 5;
    private static readonly TimeSpan _ahead = TimeSpan.FromSeconds(3);

    public override string Name => "schedules";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.ScheduleAlone, FigureTable.SchedulesTogether];

    public override bool NeedsDurability => true; // moto keeps schedules, and starts nothing

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        measurements.AddPercentile(FigureTable.ScheduleAlone, Lateness(server, client, Alone, TimeSpan.FromSeconds(1)), 50);
        measurements.Add(FigureTable.SchedulesTogether, Lateness(server, client, Count(200, scale), TimeSpan.Zero).Max().TotalSeconds);
    }

    private static TimeSpan[] Lateness(BenchServer server, StatesClient client, int count, TimeSpan apart)
    {
        var machine = client.CreateStateMachine(Definitions.Chain(1));
        var now = TimeProvider.System.GetUtcNow();
        var first = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero) + _ahead;
        var next = -1;
        server.Drive(8, one =>
        {
            while (Interlocked.Increment(ref next) is var n && n < count)
            {
                one.Call("CreateSchedule", Request(machine, first + (n * apart)), "scheduler");
            }
        });
        var last = first + ((count - 1) * apart);
        StatesClient.Expect(TimeProvider.System.GetUtcNow() < first, "Making the schedules took longer than they had time.");
        StatesClient.Pause(last + TimeSpan.FromSeconds(1) - TimeProvider.System.GetUtcNow());
        Executions.Settle(client, machine, count, TimeSpan.FromMinutes(1));
        return [.. client.DescribeExecutions(machine).Select(execution =>
            DateTimeOffset.UnixEpoch.AddSeconds(((JsonNumber)execution["startDate"]!).ToDouble())
            - DateTimeOffset.Parse(StatesClient.Text((JsonObject)JsonValue.Parse(StatesClient.Text(execution, "input")), "at"), CultureInfo.InvariantCulture))];
    }

    private static JsonObject Request(string machine, DateTimeOffset due) => JsonObject.Of(
        ("Name", StatesClient.NewName()),
        ("ScheduleExpression", due.ToString("'at('yyyy-MM-dd'T'HH:mm:ss')'", CultureInfo.InvariantCulture)),
        ("FlexibleTimeWindow", JsonObject.Of(("Mode", "OFF"))),
        ("Target", JsonObject.Of(("Arn", machine), ("RoleArn", "arn:aws:iam::000000000000:role/bench"), ("Input", """{"at":"<aws.scheduler.scheduled-time>"}"""))));
}
