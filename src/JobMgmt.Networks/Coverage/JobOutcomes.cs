using JobMgmt.Networks.Compilation;

namespace JobMgmt.Networks.Coverage;

/// <summary>What can become of a job, as far as tests ought to have seen it. Those of a job that does not run are called as in the run's data.</summary>
internal static class JobOutcomes
{
    internal const string Succeeded = "Ended well";
    internal const string Failed = "Failed at last";
    internal const string Skipped = RunData.Skipped;
    internal const string NotNeeded = RunData.NotNeeded;
    internal const string NotChosen = RunData.NotChosen;
    internal const string Denied = "Denied";
    internal const string Retried = "Retried";
    internal const string TimedOut = "Timed out";

    /// <summary>Tried again after one of these errors; <c>States.TaskFailed</c> stands for any.</summary>
    internal static string RetriedAfter(IEnumerable<string> errors) => $"{Retried} after {string.Join(" or ", errors)}";

    internal static string Never(string outcome) => outcome switch
    {
        Succeeded => "never succeeded",
        Failed => "never failed",
        Skipped => "never skipped",
        NotNeeded => "never left out as not needed",
        NotChosen => "never left out by a condition",
        Denied => "never denied",
        Retried => "never retried",
        TimedOut => "never timed out",
        _ => $"never {char.ToLowerInvariant(outcome[0])}{outcome.Substring(1)}",
    };
}
