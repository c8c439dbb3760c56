using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>An inline Map of a Pass state over 1,000 items.</summary>
internal sealed class MapWorkload : Workload
{
    private const int Items = 1000;

    public override string Name => "map";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.Map];

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        var pass = JsonObject.Of(("Type", "Pass"), ("Parameters", JsonObject.Of(("v.$", "$"), ("ok", true))), ("End", true));
        var processor = Definitions.Of("P", ("P", pass)).With("ProcessorConfig", JsonObject.Of(("Mode", "INLINE")));
        var machine = client.CreateStateMachine(Definitions.Of("M", ("M", JsonObject.Of(("Type", "Map"), ("ItemProcessor", processor), ("End", true)))));
        var input = new JsonArray(Enumerable.Range(0, Items).Select(n => (JsonValue)n));
        var output = new JsonArray(input.Select(n => (JsonValue)JsonObject.Of(("v", n), ("ok", true))));
        var (all, _, last) = Executions.Run(server, 1, 1, machine, _ => input, _ => output);
        measurements.Add(FigureTable.Map, all.TotalSeconds);
        Executions.ExpectEvents(server, last, ("MapIterationStarted", Items), ("PassStateEntered", Items), ("MapIterationSucceeded", Items), ("MapStateExited", 1));
    }
}
