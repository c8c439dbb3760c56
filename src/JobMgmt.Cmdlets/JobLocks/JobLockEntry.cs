namespace JobMgmt.Cmdlets.JobLocks;

/// <summary>A job that holds a lock or waits for it.</summary>
public sealed class JobLockEntry
{
    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>The run's name.</summary>
    public required string ExecutionName { get; init; }

    /// <summary>The job.</summary>
    public required string JobName { get; init; }

    /// <summary>Since when it holds the lock or waits for it, in local time.</summary>
    public required DateTime Since { get; init; }

    /// <summary>The run.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Network, run and job in one text.</summary>
    public override string ToString() => $"{NetworkName} {ExecutionName} {JobName}";

    /// <summary>The place's name in the table.</summary>
    internal string Id { get; init; } = "";

    internal int Slots { get; init; }

    /// <summary>The token by which it is told that it has the lock; null of one that did not have to wait.</summary>
    internal string? Token { get; init; }
}
