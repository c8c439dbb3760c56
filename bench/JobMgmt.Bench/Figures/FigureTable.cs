namespace JobMgmt.Bench.Figures;

/// <summary>All figures with their targets, in the order of the printed table.</summary>
internal static class FigureTable
{
    public static Figure OnePassP50 { get; } = Figure.Lower("one Pass, StartExecution to SUCCEEDED seen, p50", "ms", 1.5);

    public static Figure OnePassP99 { get; } = Figure.Lower("one Pass, StartExecution to SUCCEEDED seen, p99", "ms", 5);

    public static Figure OnePassRate1 { get; } = Figure.Higher("one-Pass executions, 1 client", "1/s", 600);

    public static Figure OnePassRate8 { get; } = Figure.Higher("one-Pass executions, 8 clients", "1/s", 2000);

    public static Figure ChainRate1 { get; } = Figure.Higher("Pass chain, transitions, 1 client", "1/s", 40_000);

    public static Figure ChainRate8 { get; } = Figure.Higher("Pass chain, transitions, 8 clients", "1/s", 50_000);

    public static Figure LoopRate { get; } = Figure.Higher("loop of MathAdd and Choice, transitions", "1/s", 20_000);

    public static Figure JsonataLoopRate { get; } = Figure.Higher("the same loop in JSONata, transitions", "1/s", 5000);

    public static Figure Map { get; } = Figure.Lower("Map over 1,000 items", "s", 0.1);

    public static Figure DistributedMap { get; } = Figure.Lower("distributed Map, 1,000 child executions", "s", 1);

    public static Figure Parallel { get; } = Figure.Lower("Parallel of 1,000 branches", "s", 0.15);

    public static Figure WaitingMemory { get; } = Figure.Lower("10,000 executions waiting, memory each", "KiB", 1);

    public static Figure WaitingProcessor { get; } = Figure.Lower("10,000 executions waiting, processor", "%", 1);

    public static Figure LatenessP50 { get; } = Figure.Lower("lateness of 1,000 Waits of 3 s, p50", "ms", 15);

    public static Figure LatenessP99 { get; } = Figure.Lower("lateness of 1,000 Waits of 3 s, p99", "ms", 40);

    public static Figure ScheduleAlone { get; } = Figure.Lower("lateness of a schedule that is due alone, p50", "ms", 50);

    public static Figure SchedulesTogether { get; } = Figure.Lower("200 schedules due at once, the last one started after", "s", 0.5);

    public static Figure Events1 { get; } = Figure.Higher("events accepted, 10 a call, 8 clients, 1 rule", "1/s", 3000);

    public static Figure Events100 { get; } = Figure.Higher("the same, 100 rules", "1/s", 3000);

    public static Figure Events10000 { get; } = Figure.Higher("the same, 10,000 rules", "1/s", 3000);

    public static Figure EventsLogged100 { get; } = Figure.Higher("events until all that match are in a log group, 100 rules", "1/s", 3000);

    public static Figure EventsStarted100 { get; } = Figure.Higher("events until all that match have run an execution, 100 rules", "1/s", 1000);

    public static Figure Matching1 { get; } = Figure.Higher("events matched, in process, 1 rule", "1/s", 100_000);

    public static Figure Matching100 { get; } = Figure.Higher("the same, 100 rules", "1/s", 100_000);

    public static Figure Matching10000 { get; } = Figure.Higher("the same, 10,000 rules", "1/s", 100_000);

    public static Figure ListFew { get; } = Figure.Lower("ListExecutions, first 100 of 1,000, p50", "ms", 1);

    public static Figure ListMany { get; } = Figure.Lower("ListExecutions, first 100 of 100,000, p50", "ms", 1);

    public static Figure ListFailedMany { get; } = Figure.Lower("ListExecutions FAILED, none of 100,000, p50", "ms", 1);

    public static Figure DescribeFew { get; } = Figure.Lower("DescribeExecution beside 1,000, p50", "ms", 0.5);

    public static Figure DescribeMany { get; } = Figure.Lower("DescribeExecution beside 100,000, p50", "ms", 0.5);

    public static Figure HistoryFew { get; } = Figure.Lower("first 100 of 402 history events, beside 1,000, p50", "ms", 1.5);

    public static Figure HistoryMany { get; } = Figure.Lower("first 100 of 402 history events, beside 100,000, p50", "ms", 1.5);

    public static Figure Start { get; } = Figure.Lower("start to first answer", "s", 0.6);

    public static Figure IdleMemory { get; } = Figure.Lower("idle memory", "MiB", 110);

    public static Figure StartMany { get; } = Figure.Lower("start to first answer, 100,000 executions in the folder", "s", 0.6);

    public static Figure IdleMemoryMany { get; } = Figure.Lower("idle memory, 100,000 executions in the folder", "MiB", 110);

    public static IReadOnlyList<Figure> All { get; } =
    [
        OnePassP50, OnePassP99, OnePassRate1, OnePassRate8, ChainRate1, ChainRate8, LoopRate, JsonataLoopRate, Map, DistributedMap, Parallel,
        WaitingMemory, WaitingProcessor, LatenessP50, LatenessP99, ScheduleAlone, SchedulesTogether,
        Events1, Events100, Events10000, EventsLogged100, EventsStarted100, Matching1, Matching100, Matching10000, ListFew, ListMany, ListFailedMany, DescribeFew, DescribeMany, HistoryFew, HistoryMany, Start, IdleMemory, StartMany, IdleMemoryMany,
    ];
}
