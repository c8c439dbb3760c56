using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>A Parallel state of 1,000 branches with a Pass each.</summary>
internal sealed class ParallelWorkload : Workload
{
    private const int Branches = 1000;

    public override string Name => "parallel";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.Parallel];

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        var branches = Enumerable.Range(0, Branches).Select(n =>
            (JsonValue)Definitions.Of($"P{n}", ($"P{n}", JsonObject.Of(("Type", "Pass"), ("Result", n), ("End", true)))));
        var machine = client.CreateStateMachine(Definitions.Of("F", ("F", JsonObject.Of(("Type", "Parallel"), ("Branches", new JsonArray(branches)), ("End", true)))));
        var output = new JsonArray(Enumerable.Range(0, Branches).Select(n => (JsonValue)n));
        var (all, _, last) = Executions.Run(server, 1, 1, machine, _ => JsonObject.Empty, _ => output);
        measurements.Add(FigureTable.Parallel, all.TotalSeconds);
        Executions.ExpectEvents(server, last, ("PassStateEntered", Branches), ("ParallelStateExited", 1));
    }
}
