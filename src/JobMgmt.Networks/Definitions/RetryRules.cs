using JobMgmt.Networks.Compilation;

namespace JobMgmt.Networks.Definitions;

/// <summary>The faults of a job's retry policies.</summary>
internal static class RetryRules
{
    private const int MostAttempts = 1000;
    private const int MostSeconds = 31_622_399;

    /// <summary>The faults of all policies; of several, the place tells which.</summary>
    internal static void Check(IReadOnlyList<JobRetryPolicy> policies, Action<string, string, string> fault)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < policies.Count; i++)
        {
            var place = policies.Count == 1 ? "Retry" : FormattableString.Invariant($"Retry[{i}]");
            void Fault(string member, string message, string fix) => fault(place + "." + member, message, fix);
            Check(policies[i], Fault);
            foreach (var name in policies[i].ErrorName.Distinct(StringComparer.Ordinal))
            {
                if (seen.TryGetValue(name, out var first) || (i > 0 && seen.TryGetValue("States.TaskFailed", out first)))
                {
                    Fault("ErrorName", FormattableString.Invariant($"{name} is taken by Retry[{first}] already, so it never comes to this policy."), "Name each error in one policy only, and States.TaskFailed in the last.");
                }
            }

            foreach (var name in policies[i].ErrorName)
            {
                seen[name] = seen.TryGetValue(name, out var first) ? first : i;
            }
        }
    }

    /// <summary>The faults of one policy by itself.</summary>
    internal static void Check(JobRetryPolicy retry, Action<string, string, string> fault)
    {
        if (retry.ErrorName.Count == 0 || retry.ErrorName.Any(string.IsNullOrWhiteSpace))
        {
            fault("ErrorName", "An error name is missing.", "Name the errors that are worth a retry, such as ExecutionFailed.");
        }

        foreach (var name in retry.ErrorName.Where(name => name is "States.ALL" or "States.Timeout"))
        {
            fault("ErrorName", $"{name} would run the job again while its first run may still be alive.", "Name ExecutionFailed or another definite error.");
        }

        foreach (var name in retry.ErrorName.Where(JobRetriers.StartRefusals.Contains))
        {
            fault("ErrorName", $"{name} is tried again in any case: nothing was started then.", "Leave it out.");
        }

        if (retry.MaxAttempts is < 1 or > MostAttempts)
        {
            fault("MaxAttempts", "The number of retries is not usable.", "Give 1 to 1000, or no retry policy.");
        }

        if (retry.Interval is < 1 or > MostSeconds)
        {
            fault("Interval", "The first wait is not usable.", "Give 1 to 31622399 seconds.");
        }

        if (!(retry.BackoffRate >= 1) || double.IsInfinity(retry.BackoffRate))
        {
            fault("BackoffRate", "The backoff rate is not usable.", "Give a number of 1 or more.");
        }

        if (retry.MaxDelay is { } delay && (delay <= retry.Interval || delay > MostSeconds))
        {
            fault("MaxDelay", "The greatest wait must be greater than the first.", "Give more than Interval and at most 31622399 seconds.");
        }
    }
}
