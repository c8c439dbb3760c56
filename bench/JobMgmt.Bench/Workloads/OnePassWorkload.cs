using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>The smallest execution there is: what a start, its commit and a look at it cost.</summary>
internal sealed class OnePassWorkload : Workload
{
    public override string Name => "pass";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.OnePassP50, FigureTable.OnePassP99, FigureTable.OnePassRate1, FigureTable.OnePassRate8];

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        var parameters = JsonObject.Of(("n.$", "$.n"), ("ok", true));
        var machine = client.CreateStateMachine(Definitions.Of("P", ("P", JsonObject.Of(("Type", "Pass"), ("Parameters", parameters), ("End", true)))));
        static JsonValue Input(int n) => JsonObject.Of(("n", n));
        static JsonValue Output(int n) => JsonObject.Of(("n", n), ("ok", true));
        var count = Count(1000, scale);
        var (one, each, last) = Executions.Run(server, 1, count, machine, Input, Output);
        measurements.AddPercentile(FigureTable.OnePassP50, each, 50);
        measurements.AddPercentile(FigureTable.OnePassP99, each, 99);
        measurements.Add(FigureTable.OnePassRate1, count / one.TotalSeconds);
        var (eight, _, _) = Executions.Run(server, 8, 4 * count, machine, Input, Output);
        measurements.Add(FigureTable.OnePassRate8, 4 * count / eight.TotalSeconds);
        Executions.ExpectEvents(server, last, ("ExecutionStarted", 1), ("PassStateEntered", 1), ("PassStateExited", 1), ("ExecutionSucceeded", 1));
    }
}
