using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>A distributed Map over 1,000 items: each is a STANDARD execution with a history of its own.</summary>
internal sealed class DistributedMapWorkload : Workload
{
    private const int Items = 1000;

    public override string Name => "distributed-map";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.DistributedMap];

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        var mode = JsonObject.Of(("Mode", "DISTRIBUTED"), ("ExecutionType", "STANDARD"));
        var processor = Definitions.OnePass.With("ProcessorConfig", mode);
        var machine = client.CreateStateMachine(Definitions.Of("M", ("M", JsonObject.Of(("Type", "Map"), ("ItemProcessor", processor), ("End", true)))));
        var input = new JsonArray(Enumerable.Range(0, Items).Select(n => (JsonValue)n));
        var (all, _, last) = Executions.Run(server, 1, 1, machine, _ => input, _ => input);
        measurements.Add(FigureTable.DistributedMap, all.TotalSeconds);
        Executions.ExpectEvents(server, last, ("MapRunStarted", 1), ("MapRunSucceeded", 1), ("MapStateExited", 1));
    }
}
