using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.Bench.Wire;

namespace JobMgmt.Bench.Workloads;

/// <summary>From the process's start to the first answer, on an empty folder; memory two seconds later.</summary>
internal sealed class StartWorkload : Workload
{
    public override string Name => "start";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.Start, FigureTable.IdleMemory];

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        measurements.Add(FigureTable.Start, server.StartFresh().TotalSeconds);
        StatesClient.Pause(TimeSpan.FromSeconds(2));
        measurements.Add(FigureTable.IdleMemory, server.Memory);
    }
}
