namespace JobMgmt.Bench.Workloads;

/// <summary>All workloads, in the order in which they run.</summary>
internal static class WorkloadTable
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        new StartWorkload(), new OnePassWorkload(), new ChainWorkload(), new LoopWorkload(), new JsonataLoopWorkload(), new MapWorkload(), new DistributedMapWorkload(),
        new ParallelWorkload(), new LatenessWorkload(), new ScheduleWorkload(), new EventWorkload(), new MatchingWorkload(), new WaitingWorkload(), new FinishedWorkload(),
    ];
}
