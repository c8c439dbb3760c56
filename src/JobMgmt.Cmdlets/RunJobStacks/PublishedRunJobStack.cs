namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>A RunJob stack that is published.</summary>
public sealed class PublishedRunJobStack
{
    /// <summary>Its name: the prefix, or "default".</summary>
    public required string StackName { get; init; }

    /// <summary>Its prefix; empty for none.</summary>
    public required string Prefix { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>The channels with a rule and a log group of their own.</summary>
    public required string[] Channel { get; init; }

    /// <summary>The channel of alerts that name none.</summary>
    public required string DefaultChannel { get; init; }

    /// <summary>The wait before RunJob looks for a worker a second time.</summary>
    public required TimeSpan WorkerBusyInterval { get; init; }

    /// <summary>How often RunJob looks again for a worker.</summary>
    public required int WorkerBusyRetryCount { get; init; }

    /// <summary>Days that jobs' output is kept.</summary>
    public required int LogRetentionInDays { get; init; }

    /// <summary>The state machine that runs one job.</summary>
    public required string RunJobArn { get; init; }

    /// <summary>The state machine that puts one alert event.</summary>
    public required string SendFailEventArn { get; init; }

    /// <summary>The Automation document.</summary>
    public required string DocumentName { get; init; }

    /// <summary>The log group with the jobs' output.</summary>
    public required string LogGroupName { get; init; }
}
