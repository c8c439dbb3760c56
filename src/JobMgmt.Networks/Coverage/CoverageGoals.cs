using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Coverage;

/// <summary>
/// What tests of a network ought to have seen: of each job what can become of it, of a network written by hand also each way out of a Choice. The states that the compiler adds
/// are not counted by themselves: which of them a run enters follows from what becomes of the jobs.
/// </summary>
internal static class CoverageGoals
{
    private const string Timeout = "States.Timeout";

    internal static IReadOnlyList<CoverageGoal> Of(JsonObject asl)
    {
        if (CompiledNetworkReader.IsCompiled(asl) && NetworkReader.TryRead(asl, "", out var network, out _))
        {
            var order = network!.Order();
            var unwell = UnwellJobs.Of(network);
            var unchosen = UnchosenJobs.Of(network);
            return network.Jobs.SelectMany((job, i) => Outcomes(job, order[i].Any(one => unwell[one]), unchosen[i], network.FailFast)
                .Select(outcome => new CoverageGoal(job.Name, false, outcome, null)).Concat(Retries(job))).ToArray();
        }

        return ByHand(asl).Distinct().ToArray();
    }

    // Where the first failure ends the run, no job sees another's.
    private static IEnumerable<string> Outcomes(JobDefinition job, bool canBeSkipped, bool canBeUnchosen, bool failFast)
    {
        if (job.RunOn == JobRunOn.Failure)
        {
            yield return JobOutcomes.NotNeeded;
        }

        yield return JobOutcomes.Succeeded;
        yield return JobOutcomes.Failed;
        if (job.Hold)
        {
            yield return JobOutcomes.Denied;
        }

        if (job.RunOn == JobRunOn.Success && canBeSkipped && !failFast)
        {
            yield return JobOutcomes.Skipped;
        }

        if (canBeUnchosen)
        {
            yield return JobOutcomes.NotChosen;
        }
    }

    // Of several policies each is there for errors of its own.
    private static IEnumerable<CoverageGoal> Retries(JobDefinition job) => job.Retry.Select(policy => job.Retry.Count == 1
        ? new CoverageGoal(job.Name, false, JobOutcomes.Retried, null)
        : new CoverageGoal(job.Name, false, JobOutcomes.RetriedAfter(policy.ErrorName), null) { Either = policy.ErrorName.Contains("States.TaskFailed") ? new[] { JobOutcomes.Retried } : policy.ErrorName.Select(error => JobOutcomes.RetriedAfter(new[] { error })).ToArray() });

    private static IEnumerable<CoverageGoal> ByHand(JsonObject machine)
    {
        foreach (var member in machine["States"] as JsonObject ?? JsonObject.Empty)
        {
            if (member.Value is not JsonObject state)
            {
                continue;
            }

            var goals = JobStateReader.Read(member.Key, state) is not null ? Job(member.Key, state)
                : Text(state["Type"]) == "Choice" && !NetworkStateNames.IsReserved(member.Key) ? Choice(member.Key, state)
                : Array.Empty<CoverageGoal>();
            foreach (var goal in goals.Concat(NetworkReader.Inner(state).SelectMany(ByHand)))
            {
                yield return goal;
            }
        }
    }

    private static IEnumerable<CoverageGoal> Choice(string name, JsonObject state) =>
        (state["Choices"] as JsonArray ?? JsonArray.Empty).Select(rule => Text((rule as JsonObject)?["Next"])).Append(Text(state["Default"]))
            .Where(next => next is not null).Distinct().Select(next => new CoverageGoal(name, true, null, next));

    private static IEnumerable<CoverageGoal> Job(string name, JsonObject state)
    {
        yield return new CoverageGoal(name, false, JobOutcomes.Succeeded, null);
        yield return new CoverageGoal(name, false, JobOutcomes.Failed, null);
        var catchers = (state["Catch"] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>().ToArray();
        var retriers = (state["Retry"] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>().ToArray();
        if (retriers.Any(Tries))
        {
            yield return new CoverageGoal(name, false, JobOutcomes.Retried, null);
        }

        if (catchers.Concat(retriers).Any(handler => Errors(handler).Contains(Timeout, StringComparer.Ordinal)))
        {
            yield return new CoverageGoal(name, false, JobOutcomes.TimedOut, null);
        }

        var targets = catchers.Select(catcher => Text(catcher["Next"])).Where(next => next is not null).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var target in targets.Length > 1 ? targets : Array.Empty<string>())
        {
            yield return new CoverageGoal(name, false, null, target);
        }
    }

    private static bool Tries(JsonObject retrier) => (retrier["MaxAttempts"] as JsonNumber)?.Text != "0";

    private static IEnumerable<string> Errors(JsonObject handler) => (handler["ErrorEquals"] as JsonArray ?? JsonArray.Empty).Select(Text).OfType<string>();

    private static string? Text(JsonValue? value) => (value as JsonString)?.Value;
}
