using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.Bench.Wire;

namespace JobMgmt.Bench.Workloads;

/// <summary>10,000 executions that wait for a day: the memory that they add, and the processor time while nothing happens.</summary>
internal sealed class WaitingWorkload : Workload
{
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(5);

    public override string Name => "waiting";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.WaitingMemory, FigureTable.WaitingProcessor];

    public override bool IsRunOnce => true;

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        var machine = client.CreateStateMachine(Definitions.Wait(86400));
        var before = server.Memory;
        var started = Executions.Start(server, Count(10_000, scale), machine);
        StatesClient.Pause(_rest);
        measurements.Add(FigureTable.WaitingMemory, Math.Max(0, server.Memory - before) * 1024 / started.Count);
        var used = server.ProcessorTime;
        StatesClient.Pause(_rest);
        measurements.Add(FigureTable.WaitingProcessor, (server.ProcessorTime - used) / _rest * 100);
        StatesClient.Expect(client.CountExecutions(machine, "RUNNING") is var running && running == started.Count, $"{running} of {started.Count} are RUNNING.");
    }
}
