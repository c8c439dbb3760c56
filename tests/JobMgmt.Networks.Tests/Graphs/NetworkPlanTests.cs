using CsCheck;
using JobMgmt.Networks.Graphs;

namespace JobMgmt.Networks.Tests.Graphs;

public sealed class NetworkPlanTests
{
    [Fact]
    public void EveryJob_StartsAsSoonAsItsPredecessorsHaveEnded_InAnyGraph() => RandomGraph.Any(1, 60).Sample(
        sample =>
        {
            var graph = JobGraph.Create(sample.After);
            Assert.Equal(PlanTiming.Earliest(graph, sample.Durations), PlanTiming.Of(NetworkPlan.Of(graph), sample.Durations).Starts);
        },
        iter: 300);

    [Fact]
    public void EveryJob_IsPlacedOnce_AndEveryGateIsOpenedOnceBehindItsJobs() => RandomGraph.Any(1, 40).Sample(
        sample =>
        {
            var plan = NetworkPlan.Of(JobGraph.Create(sample.After));
            var steps = All(plan.Root).ToArray();
            Assert.Equal(Enumerable.Range(0, sample.After.Length), steps.OfType<JobStep>().Select(step => step.Job).Order());
            Assert.Equal(plan.Gates.Select(gate => gate.Id), steps.OfType<OpenGateStep>().Select(step => step.Gate.Id).Order());
            Assert.Equal(plan.Gates.Select(gate => gate.Id), steps.OfType<WaitGateStep>().Select(step => step.Gate.Id).Distinct().Order());
            Assert.All(steps.OfType<SequenceStep>(), step => Assert.All(step.Steps, one => Assert.IsNotType<SequenceStep>(one)));
            Assert.All(steps.OfType<ParallelStep>(), step => Assert.All(step.Branches, one => Assert.IsNotType<ParallelStep>(one)));
        },
        iter: 300);

    [Fact]
    public void SeriesParallelGraphs_NeedNoGate() => RandomGraph.SeriesParallel(60).Sample(
        after => Assert.Empty(NetworkPlan.Of(JobGraph.Create(after)).Gates), iter: 300);

    [Fact]
    public void TheSmallestOtherGraph_NeedsOneGate()
    {
        // a -> c, a -> d, b -> d: whatever is nested, either c waits for b or d is not behind both.
        var plan = NetworkPlan.Of(JobGraph.Create([[], [], [0], [0, 1]]));
        Assert.Equal([0], Assert.Single(plan.Gates).Jobs);
    }

    [Fact]
    public void PartsThatBehaveAsOneJob_AreBehindOneGateTogether()
    {
        // The same with a made of three jobs side by side.
        var plan = NetworkPlan.Of(JobGraph.Create([[], [], [0, 4, 5], [0, 1, 4, 5], [], []]));
        Assert.Equal([0, 4, 5], Assert.Single(plan.Gates).Jobs);
    }

    [Fact]
    public void Cycle_IsNamed_InItsOrder()
    {
        Assert.Empty(JobCycle.Find([[], [0], [0, 1]]));
        Assert.Equal([1, 3, 2], JobCycle.Find([[], [3, 0], [1], [2]]));
        Assert.Equal([0], JobCycle.Find([[0]]));
        Assert.Throws<ArgumentException>(() => JobGraph.Create([[1], [0]]));
    }

    [Fact]
    public void ThatWhichFollowsFromOthers_IsNoDirectPredecessor() =>
        Assert.Equal([[], [0], [1]], JobGraph.Create([[], [0], [0, 1, 1]]).Predecessors);

    [Fact]
    public void AChainOfThousands_IsPlanned() =>
        Assert.Equal(3000, ((SequenceStep)NetworkPlan.Of(JobGraph.Create(Enumerable.Range(0, 3000).Select(i => i == 0 ? [] : (IReadOnlyList<int>)[i - 1]).ToArray())).Root).Steps.Count);

    private static IEnumerable<PlanStep> All(PlanStep step) => step switch
    {
        SequenceStep sequence => sequence.Steps.SelectMany(All).Prepend(step),
        ParallelStep parallel => parallel.Branches.SelectMany(All).Prepend(step),
        _ => [step],
    };
}
