using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.Errors;

/// <summary>Retry: the first retrier that takes the error decides; when its attempts are used up, no other is asked.</summary>
internal static class RetryPolicy
{
    private const double MaxDelaySeconds = 99999999;

    /// <summary>The time to wait before the next attempt, which it counts; null where there is none.</summary>
    public static TimeSpan? NextDelay(Run run, WorkState state, BranchPosition branch, StateError error)
    {
        for (var i = 0; i < state.Retry.Count; i++)
        {
            var retrier = state.Retry[i];
            if (!error.Matches(retrier.ErrorEquals))
            {
                continue;
            }

            if (run.Trace is not null)
            {
                run.Trace.RetryIndex = i;
            }

            branch.RetryCounts ??= new int[state.Retry.Count];
            if (branch.RetryCounts[i] >= retrier.MaxAttempts)
            {
                return null;
            }

            var delay = Delay(retrier, branch.RetryCounts[i]);
            branch.RetryCounts[i]++;
            branch.RetryCount++;
            if (run.Trace is not null)
            {
                run.Trace.RetryDelay = TimeSpan.FromSeconds(delay);
            }

            return TimeSpan.FromSeconds(retrier.FullJitter ? delay * run.Position.Random.NextDouble() : delay);
        }

        return null;
    }

    /// <summary>Whether <see cref="NextDelay"/> would give a next attempt.</summary>
    public static bool HasAttempt(WorkState state, BranchPosition branch, StateError error)
    {
        for (var i = 0; i < state.Retry.Count; i++)
        {
            if (error.Matches(state.Retry[i].ErrorEquals))
            {
                return (branch.RetryCounts?[i] ?? 0) < state.Retry[i].MaxAttempts;
            }
        }

        return false;
    }

    /// <summary>Interval × rate^retries, but no longer than MaxDelaySeconds.</summary>
    internal static double Delay(Retrier retrier, int retries) =>
        Math.Min(retrier.IntervalSeconds * Math.Pow(retrier.BackoffRate, retries), retrier.MaxDelaySeconds ?? MaxDelaySeconds);
}
