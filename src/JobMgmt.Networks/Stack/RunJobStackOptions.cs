namespace JobMgmt.Networks.Stack;

/// <summary>What a user may choose about a RunJob stack.</summary>
public sealed record RunJobStackOptions
{
    /// <summary>The channels that get a rule and a log group of their own. <see cref="DefaultChannel"/> belongs to them whether named or not.</summary>
    public IReadOnlyList<string> Channels { get; init; } = new[] { "high", "low" };

    /// <summary>The channel of an alert that names none. The loud one, so that forgetting it is noticed.</summary>
    public string DefaultChannel { get; init; } = "high";

    /// <summary>Seconds before RunJob tries again for a worker the first time.</summary>
    public int WorkerBusyIntervalSeconds { get; init; } = 100;

    /// <summary>How many times RunJob tries again for a worker.</summary>
    public int WorkerBusyMaxAttempts { get; init; } = 2;

    /// <summary>By what the wait for a worker is multiplied from try to try.</summary>
    public double WorkerBusyBackoffRate { get; init; } = 2;

    /// <summary>
    /// Seconds that an automation may wait in SSM's queue (an account runs 100 at once, 500 with adaptive concurrency) before the
    /// job counts as lost.
    /// </summary>
    public int QueueSeconds { get; init; } = 1800;

    /// <summary>Days that the jobs' output is kept; one of the values that CloudWatch Logs takes.</summary>
    public int JobLogRetentionInDays { get; init; } = 90;

    /// <summary>Days that alerts are kept; one of the values that CloudWatch Logs takes.</summary>
    public int AlertLogRetentionInDays { get; init; } = 90;

    /// <summary>A bucket that gets the jobs' output as well; null: only CloudWatch Logs does.</summary>
    public string? OutputS3BucketName { get; init; }

    /// <summary>The key prefix in that bucket.</summary>
    public string? OutputS3KeyPrefix { get; init; }

    /// <summary>All channels, the default one included, in order and each once.</summary>
    public IReadOnlyList<string> AllChannels() =>
        Channels.Concat(new[] { DefaultChannel }).Distinct(StringComparer.Ordinal).OrderBy(channel => channel, StringComparer.Ordinal).ToArray();
}
