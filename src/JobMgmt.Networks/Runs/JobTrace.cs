using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>What a network's history says about one of its jobs.</summary>
public sealed record JobTrace
{
    /// <summary>The job's name.</summary>
    public required string JobName { get; init; }

    /// <summary>How it stands.</summary>
    public JobRunStatus Status { get; init; }

    /// <summary>How often the network started it; 0 before it is reached.</summary>
    public int Starts { get; init; }

    /// <summary>When it was first started.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it was last started.</summary>
    public DateTimeOffset? LastStartTime { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? StopTime { get; init; }

    /// <summary>The RunJob execution of its last start.</summary>
    public string? RunJobExecutionArn { get; init; }

    /// <summary>The run of the network that the job is, of its last start.</summary>
    public string? NestedExecutionArn { get; init; }

    /// <summary>The error's name, of its last start.</summary>
    public string? Error { get; init; }

    /// <summary>The error's cause, as it came.</summary>
    public string? Cause { get; init; }

    /// <summary>What the callback answered, as it came; null where the job has not succeeded.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>The item that it was started for; null of a job that runs once.</summary>
    public JsonValue? Item { get; init; }

    /// <summary>The item's place in its list, from 0.</summary>
    public int? ItemIndex { get; init; }

    /// <summary>Its items that were started, in the order of the list; null of a job that runs once.</summary>
    public IReadOnlyList<JobTrace>? Items { get; init; }

    /// <summary>How many items this run was to do; null of a job that runs once, or where it is not known yet.</summary>
    public int? ItemCount { get; init; }

    /// <summary>The lock that it waits for; null where it does not wait.</summary>
    public string? Lock { get; init; }

    /// <summary>How it was held; null where it was not.</summary>
    public JobHold? Hold { get; init; }

    /// <summary>Its starts before the last one, oldest first, each as it ended; none where it was not tried again.</summary>
    public IReadOnlyList<JobTrace> EarlierStarts { get; init; } = [];

    /// <summary>What the callback said of the command.</summary>
    public JobResult Result { get; init; } = JobResult.Unknown;
}
