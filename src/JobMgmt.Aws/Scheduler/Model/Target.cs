namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>What a schedule invokes. Members that JobMgmt has no use for (those of ECS, Kinesis and SageMaker) are not here.</summary>
public sealed class Target
{
    /// <summary>The target's ARN, or arn:aws:scheduler:::aws-sdk:service:action.</summary>
    public string Arn { get; set; } = null!;

    /// <summary>Where invocations that are given up go.</summary>
    public DeadLetterConfig? DeadLetterConfig { get; set; }

    /// <summary>What an event that is put on a bus has beside its detail.</summary>
    public EventBridgeParameters? EventBridgeParameters { get; set; }

    /// <summary>What the target is sent.</summary>
    public string? Input { get; set; }

    /// <summary>How often and how long an invocation is tried.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>The role that the service takes on.</summary>
    public string RoleArn { get; set; } = null!;

    /// <summary>What a message to a queue has beside its body.</summary>
    public SqsParameters? SqsParameters { get; set; }
}
