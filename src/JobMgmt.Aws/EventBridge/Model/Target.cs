namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>What a rule sends its events to. Parameters of target kinds that JobMgmt never uses are left out.</summary>
public sealed class Target
{
    /// <summary>The target's id, unique in its rule.</summary>
    public string Id { get; set; } = null!;

    /// <summary>The target's ARN.</summary>
    public string Arn { get; set; } = null!;

    /// <summary>The role that the service takes on.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Constant JSON text that is sent instead of the event; at most 8192 characters.</summary>
    public string? Input { get; set; }

    /// <summary>The part of the event that is sent, as JSONPath.</summary>
    public string? InputPath { get; set; }

    /// <summary>How the event is rewritten for the target.</summary>
    public InputTransformer? InputTransformer { get; set; }

    /// <summary>The message group, for a FIFO queue.</summary>
    public SqsParameters? SqsParameters { get; set; }

    /// <summary>The queue that takes what could not be delivered.</summary>
    public DeadLetterConfig? DeadLetterConfig { get; set; }

    /// <summary>How long and how often delivery is tried.</summary>
    public RetryPolicy? RetryPolicy { get; set; }
}
