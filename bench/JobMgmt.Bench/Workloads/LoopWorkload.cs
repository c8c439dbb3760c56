using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>A counter's loop: a Pass with <c>States.MathAdd</c> and a Choice, 500 times.</summary>
internal sealed class LoopWorkload : Workload
{
    private const int Rounds = 500;

    public override string Name => "loop";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.LoopRate];

    public override void Run(BenchServer server, double scale, Measurements measurements) => Run(
        server,
        scale,
        measurements,
        FigureTable.LoopRate,
        Definitions.Of(
            "Add",
            ("Add", JsonObject.Of(("Type", "Pass"), ("Parameters", JsonObject.Of(("n.$", "States.MathAdd($.n, 1)"))), ("Next", "Again"))),
            ("Again", JsonObject.Of(
                ("Type", "Choice"),
                ("Choices", new JsonArray([JsonObject.Of(("Variable", "$.n"), ("NumericLessThan", Rounds), ("Next", "Add"))])),
                ("Default", "Done"))),
            ("Done", JsonObject.Of(("Type", "Succeed")))));

    /// <summary>Runs a loop that counts <c>n</c> up to <see cref="Rounds"/>.</summary>
    public static void Run(BenchServer server, double scale, Measurements measurements, Figure figure, JsonObject definition)
    {
        using var client = server.Client();
        var machine = client.CreateStateMachine(definition);
        var count = Count(20, scale);
        var (all, _, last) = Executions.Run(server, 1, count, machine, _ => JsonObject.Of(("n", 0)), _ => JsonObject.Of(("n", Rounds)));
        measurements.Add(figure, count * 2 * Rounds / all.TotalSeconds);
        Executions.ExpectEvents(server, last, ("PassStateExited", Rounds), ("ChoiceStateExited", Rounds), ("ExecutionSucceeded", 1));
    }
}
