using JobMgmt.Networks.Files;

namespace JobMgmt.Networks.Triggers;

/// <summary>Compares triggers by what they say: what is left out and what is written as the default are the same.</summary>
public static class TriggerComparison
{
    /// <summary>Whether two triggers say the same.</summary>
    public static bool AreSame(JobTrigger one, JobTrigger other) => TriggerFile.Write(one).Equals(TriggerFile.Write(other));
}
