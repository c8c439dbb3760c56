namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The queue for what could not be delivered.</summary>
public sealed class DeadLetterConfig
{
    /// <summary>The ARN.</summary>
    public string? Arn { get; set; }
}
