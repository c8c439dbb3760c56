using System.Globalization;
using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.Bench.Wire;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>1,000 executions that wait three seconds: how late each ends, by the server's own clock.</summary>
internal sealed class LatenessWorkload : Workload
{
    private const int Seconds = 3;

    public override string Name => "lateness";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.LatenessP50, FigureTable.LatenessP99];

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        var machine = client.CreateStateMachine(Definitions.Wait(Seconds));
        var started = Executions.Start(server, Count(1000, scale), machine);
        StatesClient.Pause(TimeSpan.FromSeconds(Seconds + 1));
        Executions.Settle(client, machine, started.Count, TimeSpan.FromMinutes(1));
        var late = started.Select(client.DescribeExecution).Select(execution => Instant(execution["stopDate"]) - Instant(execution["startDate"]) - TimeSpan.FromSeconds(Seconds)).ToArray();
        StatesClient.Expect(late.Min() > TimeSpan.FromMilliseconds(-2), $"A Wait ended {-late.Min().TotalMilliseconds:0} ms early.");
        measurements.AddPercentile(FigureTable.LatenessP50, late, 50);
        measurements.AddPercentile(FigureTable.LatenessP99, late, 99);
    }

    /// <summary>AWS's epoch seconds, or moto's text.</summary>
    private static TimeSpan Instant(JsonValue? value) =>
        value is JsonNumber number ? TimeSpan.FromSeconds(number.ToDouble()) : DateTimeOffset.Parse(((JsonString)value!).Value, CultureInfo.InvariantCulture) - DateTimeOffset.UnixEpoch;
}
