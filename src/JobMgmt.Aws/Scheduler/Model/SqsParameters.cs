namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>What a message to a queue has beside its body.</summary>
public sealed class SqsParameters
{
    /// <summary>The message group, of a FIFO queue.</summary>
    public string? MessageGroupId { get; set; }
}
