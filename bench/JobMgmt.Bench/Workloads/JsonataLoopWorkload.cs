using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>The counter's loop in JSONata.</summary>
internal sealed class JsonataLoopWorkload : Workload
{
    public override string Name => "jsonata";

    public override IReadOnlyList<Figure> Figures { get; } = [FigureTable.JsonataLoopRate];

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        var states = Definitions.Of(
            "Add",
            ("Add", JsonObject.Of(("Type", "Pass"), ("Output", JsonObject.Of(("n", "{% $states.input.n + 1 %}"))), ("Next", "Again"))),
            ("Again", JsonObject.Of(
                ("Type", "Choice"),
                ("Choices", new JsonArray([JsonObject.Of(("Condition", "{% $states.input.n < 500 %}"), ("Next", "Add"))])),
                ("Default", "Done"))),
            ("Done", JsonObject.Of(("Type", "Succeed"))));
        LoopWorkload.Run(server, scale, measurements, FigureTable.JsonataLoopRate, states.With("QueryLanguage", "JSONata"));
    }
}
