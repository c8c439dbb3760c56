namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>Parameters of a queue target.</summary>
public sealed class SqsParameters
{
    /// <summary>The FIFO message group.</summary>
    public string? MessageGroupId { get; set; }
}
