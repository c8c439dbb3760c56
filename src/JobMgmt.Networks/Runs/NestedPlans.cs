using JobMgmt.Networks.Definitions;

namespace JobMgmt.Networks.Runs;

/// <summary>Which networks that are jobs go on where they stood, down to the jobs that failed in them; others that are run are run as a whole.</summary>
internal sealed class NestedPlans(EarlierRun run, IReadOnlyList<string> from, IReadOnlyDictionary<string, IReadOnlyList<string>> starts, IReadOnlyDictionary<string, IReadOnlyList<string>>? only)
{
    private static readonly string[] Start = { RestartPlan.Start };

    /// <summary>Whether a network that failed has nothing left to run where what failed in it counts as done.</summary>
    internal bool IsAtEnd(string job) =>
        !(from[0] == RestartPlan.AfterFailedJob && from.Count == 1 && run.Nested.TryGetValue(job, out var nested) && RestartPlan.Of(nested, from, null).Jobs.Count > 0);

    /// <summary>The plan of a network that goes on; null where it is run as a whole.</summary>
    /// <param name="job">The job, which is run.</param>
    /// <param name="isFollower">It is run because one that it comes after is.</param>
    internal RestartPlan? Of(string job, bool isFollower)
    {
        var (within, kept) = (starts.TryGetValue(job, out var named) ? named : Array.Empty<string>(), only is not null && only.TryGetValue(job, out var some) && some.Count > 0 ? some : null);
        var inner = within.Count > 0 ? within : !isFollower && starts.Count == 0 && from[0] != RestartPlan.Start ? from : kept is null ? null : Start;
        return inner is null || !run.Nested.TryGetValue(job, out var nested) ? null : RestartPlan.Of(nested, inner, kept);
    }
}
