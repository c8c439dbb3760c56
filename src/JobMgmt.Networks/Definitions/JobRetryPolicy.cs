namespace JobMgmt.Networks.Definitions;

/// <summary>
/// When and how often a failed job is tried again, for one class of errors. This is on top of the RunJob stack's own retries
/// for <c>WorkerBusy</c> and throttling, which happen within one attempt of the job.
/// </summary>
public sealed record JobRetryPolicy
{
    /// <summary>
    /// The error names that are worth a retry. <c>States.ALL</c> and <c>States.Timeout</c> are refused: after a timeout the
    /// first run may still be alive, and a retry would run the job twice at the same time.
    /// </summary>
    public IReadOnlyList<string> ErrorName { get; init; } = new[] { JobErrors.ExecutionFailed };

    /// <summary>How many times the job is tried again at most because of these errors; 1 or more.</summary>
    public int MaxAttempts { get; init; } = 1;

    /// <summary>Seconds before the first retry; 1 or more.</summary>
    public int Interval { get; init; } = 60;

    /// <summary>By what the wait is multiplied from retry to retry; 1 or more.</summary>
    public double BackoffRate { get; init; } = 2;

    /// <summary>The greatest wait in seconds, 1 to 31,622,399; null: no limit.</summary>
    public int? MaxDelay { get; init; }

    /// <summary>Whether each wait is drawn at random, from none to the whole, so that jobs that failed together are not tried again together.</summary>
    public bool Jitter { get; init; }

    /// <summary>Which errors it is for, and how often: <c>ExecutionFailed, 3 times</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{string.Join(", ", ErrorName)}, {MaxAttempts} {(MaxAttempts == 1 ? "time" : "times")}");
}
