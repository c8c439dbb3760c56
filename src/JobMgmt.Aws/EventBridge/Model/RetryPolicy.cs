namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>A target's retry policy.</summary>
public sealed class RetryPolicy
{
    /// <summary>0 to 185; absent means 185.</summary>
    public int? MaximumRetryAttempts { get; set; }

    /// <summary>60 to 86,400; absent means 86,400.</summary>
    public int? MaximumEventAgeInSeconds { get; set; }
}
