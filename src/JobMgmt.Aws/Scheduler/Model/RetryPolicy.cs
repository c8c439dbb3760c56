namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>How often and how long an invocation is tried.</summary>
public sealed class RetryPolicy
{
    /// <summary>How long an invocation is tried.</summary>
    public int? MaximumEventAgeInSeconds { get; set; }

    /// <summary>How often it is tried again.</summary>
    public int? MaximumRetryAttempts { get; set; }
}
