using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>200 Pass states in a row: what a transition costs.</summary>
internal sealed class ChainWorkload : Workload
{
    private const int Length = 200;

    public override string Name => "chain";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.ChainRate1, FigureTable.ChainRate8];

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        var machine = client.CreateStateMachine(Definitions.Chain(Length));
        static JsonValue Data(int n) => JsonObject.Of(("n", n));
        foreach (var (clients, figure) in new[] { (1, FigureTable.ChainRate1), (8, FigureTable.ChainRate8) })
        {
            var count = Count(40 * clients, scale);
            var (all, _, last) = Executions.Run(server, clients, count, machine, Data, Data);
            measurements.Add(figure, count * Length / all.TotalSeconds);
            Executions.ExpectEvents(server, last, ("PassStateEntered", Length), ("PassStateExited", Length), ("ExecutionSucceeded", 1));
        }
    }
}
