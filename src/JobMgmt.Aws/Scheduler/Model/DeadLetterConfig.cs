namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>Where invocations that are given up go.</summary>
public sealed class DeadLetterConfig
{
    /// <summary>The queue's ARN.</summary>
    public string? Arn { get; set; }
}
