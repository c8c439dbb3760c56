using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The states of one job: whether it runs, the start of RunJob and the wait for its answer, and the alert where it fails. Whatever comes of it, the branch goes on:
/// the jobs that come after a failed one see that themselves, and the others are no business of it.
/// </summary>
internal sealed class JobStates(JobNetwork network, RunJobStackNames names, RunJobStackOptions options, bool hasGates)
{
    private readonly JobDecision _decision = new(hasGates);
    private readonly ExpressionText _expressions = new(network, hasGates);
    private readonly NetworkAsks _asks = new(network);
    private readonly IReadOnlyList<bool> _mayNotBeChosen = UnchosenJobs.Before(network);

    /// <summary>The states of a job.</summary>
    /// <param name="index">The job's number.</param>
    /// <param name="predecessors">The jobs that it comes after.</param>
    /// <param name="isLast">No other job comes after it, so its answer is in the network's output.</param>
    /// <param name="next">Where the branch goes on.</param>
    internal IEnumerable<KeyValuePair<string, JsonValue>> Build(int index, IReadOnlyList<string> predecessors, bool isLast, string next)
    {
        var job = network.Jobs[index];
        var endsRun = network.EndsWith(job);
        var failed = endsRun ? NetworkStateNames.FailAt(index) : next;
        var failure = job.Network is null ? NetworkStateNames.Alert(index) : NetworkStateNames.ReadNetwork(index);
        if (job.When is not null)
        {
            yield return Asl.State(NetworkStateNames.Condition(index), JobCondition.Build(job, index, _expressions));
        }

        var begin = job.Lock is null ? Begin(index) : NetworkStateNames.TakeLock(index);
        var deadlines = new DeadlineStates(network, names, options);
        yield return Asl.State(NetworkStateNames.RunJob(index), _decision.Build(
            job, predecessors, _mayNotBeChosen[index], job.Hold ? NetworkStateNames.Hold(index) : begin, NetworkStateNames.Alert(index), next));
        if (job.Hold)
        {
            yield return Asl.State(NetworkStateNames.Hold(index), HoldState.Build(job, network, names, options, NetworkStateNames.Alert(index), begin));
        }

        var work = job.Lock is null ? Work(index, isLast, failure, next) : Locked(index, isLast, failure, next);
        if (job.MaxDuration is not null)
        {
            yield return deadlines.OfJob(index, Work(index));
        }

        foreach (var state in job.Network is null ? work : work.Concat(NestedFailureStates.Build(job, index, names, failed)))
        {
            yield return state;
        }

        yield return Asl.State(NetworkStateNames.Alert(index), AlertState.Build(job, network, names, failed));
        if (endsRun)
        {
            yield return Asl.State(NetworkStateNames.FailAt(index), JsonObject.Of(
                ("Type", "Fail"),
                ("Comment", "The network is to end with the first job that fails."),
                ("Error", JsonataText.Expression(RunData.Job(job.Name) + ".Error")),
                ("Cause", JsonataText.Expression(OutcomeStates.CauseOf(job.Name)))));
        }
    }

    /// <summary>Where the job begins, once it has its lock.</summary>
    private string Begin(int index) => network.Jobs[index].MaxDuration is null ? Work(index) : NetworkStateNames.WatchJob(index);

    /// <summary>Where the work itself begins.</summary>
    private string Work(int index) => network.Jobs[index].ForEach is null ? network.Jobs[index].Name : NetworkStateNames.ForEachItem(index);

    private IEnumerable<KeyValuePair<string, JsonValue>> Locked(int index, bool isLast, string failure, string next)
    {
        var states = new LockStates(network, names);
        return states.Before(index, Begin(index))
            .Concat(Work(index, isLast, NetworkStateNames.HandOverLock(index), NetworkStateNames.ReleaseLock(index)))
            .Concat(states.After(index, failure, next));
    }

    private IEnumerable<KeyValuePair<string, JsonValue>> Work(int index, bool isLast, string onFailure, string next)
    {
        var job = network.Jobs[index];
        if (job.Network is not null)
        {
            return new[] { Asl.State(job.Name, NestedState.Build(job, network, index, names, _expressions, _asks, isLast, onFailure, next)) };
        }

        return job.ForEach is null
            ? new[] { Asl.State(job.Name, WorkState.Build(job, network, names, options, _expressions, _asks, isLast, onFailure, next)) }
            : new ForEachStates(network, hasGates, _expressions, (_asks.Of(job.Name) & JobParts.Output) != 0).Build(
                index, (failed, end) => WorkState.Build(job, network, names, options, _expressions, _asks, isLast: false, failed, end), isLast, onFailure, next);
    }
}
