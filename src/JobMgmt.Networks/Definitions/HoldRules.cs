namespace JobMgmt.Networks.Definitions;

/// <summary>The faults of how a job is held.</summary>
internal static class HoldRules
{
    // An execution lasts a year at most; what is left out waits as long.
    internal const int MostSeconds = 31_535_999;
    private const int LongestMessage = 2000;

    internal static void Check(JobDefinition job, Action<string, string, string> fault)
    {
        if (!job.Hold && (job.HoldTimeout is not null || job.HoldMessage is not null))
        {
            fault(job.HoldTimeout is not null ? "HoldTimeout" : "HoldMessage", "The job is not held, so there is nothing to wait for.", "Say Hold too, or leave it out.");
        }

        if (job.HoldTimeout is < 1 or > MostSeconds)
        {
            fault("HoldTimeout", "The time in which somebody has to answer is not usable.", "Give 1 to 31535999 seconds, or none.");
        }

        if (job.HoldMessage is { } message && (string.IsNullOrWhiteSpace(message) || message.Length > LongestMessage))
        {
            fault("HoldMessage", "The message is empty or too long.", "Give 1 to 2000 characters, or none.");
        }
    }
}
