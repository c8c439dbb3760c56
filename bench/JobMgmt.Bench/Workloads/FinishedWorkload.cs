using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.Bench.Wire;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>Queries beside 1,000 and beside 100,000 finished executions; then a start on that folder.</summary>
internal sealed class FinishedWorkload : Workload
{
    private const int Calls = 200;
    private const int Page = 100;

    // Whether the times are flat is the question: the first ones must not be those of code that is not compiled yet.
    private const int WarmUpCalls = 2000;

    public override string Name => "finished";

    public override IReadOnlyList<Figure> Figures { get; } =
    [
        FigureTable.ListFew, FigureTable.DescribeFew, FigureTable.HistoryFew, FigureTable.ListMany, FigureTable.ListFailedMany, FigureTable.DescribeMany,
        FigureTable.HistoryMany, FigureTable.StartMany, FigureTable.IdleMemoryMany,
    ];

    public override bool IsRunOnce => true;

    public override void Run(BenchServer server, double scale, Measurements measurements)
    {
        using var client = server.Client();
        var long200 = client.CreateStateMachine(Definitions.Chain(200));
        var history = Executions.Run(server, 1, 1, long200, _ => JsonObject.Empty, _ => JsonObject.Empty).Last;
        var machine = client.CreateStateMachine(Definitions.OnePass);
        var few = Executions.Start(server, Math.Max(Page + 1, Count(1000, scale)), machine);
        Executions.Settle(client, machine, few.Count, TimeSpan.FromMinutes(5));
        if (server.IsDurable)
        {
            Query(client, machine, few[few.Count / 2], history, new Measurements(), FigureTable.ListFew, FigureTable.DescribeFew, FigureTable.HistoryFew, WarmUpCalls);
        }

        Query(client, machine, few[few.Count / 2], history, measurements, FigureTable.ListFew, FigureTable.DescribeFew, FigureTable.HistoryFew);
        if (!server.IsDurable)
        {
            return;
        }

        var more = Executions.Start(server, Count(99_000, scale), machine);
        Executions.Settle(client, machine, few.Count + more.Count, TimeSpan.FromMinutes(5));
        Query(client, machine, more[more.Count / 2], history, measurements, FigureTable.ListMany, FigureTable.DescribeMany, FigureTable.HistoryMany);
        var failed = JsonObject.Of(("stateMachineArn", machine), ("statusFilter", "FAILED"), ("maxResults", Page));
        Time(client, measurements, FigureTable.ListFailedMany, "ListExecutions", failed, answer => answer["executions"]!.Equals(JsonArray.Empty));
        server.Kill();
        measurements.Add(FigureTable.StartMany, server.Start().TotalSeconds);
        StatesClient.Pause(TimeSpan.FromSeconds(2));
        measurements.Add(FigureTable.IdleMemoryMany, server.Memory);
    }

    private static void Query(
        StatesClient client, string machine, string execution, string history, Measurements measurements, Figure list, Figure describe, Figure events,
        int calls = Calls)
    {
        // moto sends a history whole, whatever maxResults says.
        Time(client, measurements, list, "ListExecutions", JsonObject.Of(("stateMachineArn", machine), ("maxResults", Page)), answer => answer["executions"] is JsonArray { Count: Page }, calls);
        Time(client, measurements, describe, "DescribeExecution", JsonObject.Of(("executionArn", execution)), answer => StatesClient.Text(answer, "status") == "SUCCEEDED", calls);
        Time(client, measurements, events, "GetExecutionHistory", JsonObject.Of(("executionArn", history), ("maxResults", Page)), answer => answer["events"] is JsonArray { Count: Page or 402 }, calls);
    }

    private static void Time(StatesClient client, Measurements measurements, Figure figure, string operation, JsonObject input, Func<JsonObject, bool> isRight, int calls = Calls)
    {
        var times = new List<TimeSpan>(calls);
        for (var i = 0; i < calls; i++)
        {
            var answer = client.Call(operation, input);
            times.Add(client.LastCall);
            StatesClient.Expect(isRight(answer), $"{operation} answers otherwise: {answer}");
        }

        measurements.AddPercentile(figure, times, 50);
    }
}
