using JobMgmt.Networks.Runs;

namespace JobMgmt.Cmdlets.JobRuns;

/// <summary>One job of a run. Its properties bind by name: it pipes into Get-JobLog.</summary>
public sealed class JobRun
{
    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>The run's name.</summary>
    public required string ExecutionName { get; init; }

    /// <summary>The job; of an item of its list with the item's place: <c>load[2]</c>.</summary>
    public required string JobName { get; init; }

    /// <summary>The job with the jobs before it that are networks, as seen from the run that was asked for: <c>load/extract</c>.</summary>
    public string Path { get => field ?? JobName; init; }

    /// <summary>The network and the run that were asked for; where the job is one of a network that is a job, not its own.</summary>
    public string RootRun { get => field ?? $"{NetworkName} {ExecutionName}"; init; }

    /// <summary>How it stands.</summary>
    public required JobRunStatus Status { get; init; }

    /// <summary>The item of its list that it was started for; null of a job that runs once, and of the job as a whole.</summary>
    public string? ItemValue { get; init; }

    /// <summary>The item's place in the list, from 0.</summary>
    public int? ItemIndex { get; init; }

    /// <summary>How many items the job has; null of one that runs once.</summary>
    public int? ItemCount { get; init; }

    /// <summary>How many of them have succeeded.</summary>
    public int? ItemsSucceeded { get; init; }

    /// <summary>The lock that it waits for; null where it does not wait.</summary>
    public string? Lock { get; init; }

    /// <summary>How often it was tried, the tries for a worker included; 0 before it is reached.</summary>
    public int Attempts { get; init; }

    /// <summary>Which of the job's starts this is, from 1; null of the job as a whole, as Get-JobRun writes it without -AllAttempts.</summary>
    public int? Attempt { get; init; }

    /// <summary>The worker's name; its id where it has none.</summary>
    public string? Worker { get; init; }

    /// <summary>The worker's id.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The exit code; null where the command did not end by itself, or did not start.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What it tells of its output, with -Output of New-JobDefinition: its last line, or what its JSON is.</summary>
    public object? Output { get; init; }

    /// <summary>When it was started first, in local time.</summary>
    public DateTime? StartTime { get; init; }

    /// <summary>When it ended, in local time.</summary>
    public DateTime? StopTime { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan? Duration => StopTime - StartTime;

    /// <summary>The error's name.</summary>
    public string? Error { get; init; }

    /// <summary>What the failure says, in words.</summary>
    public string? Message { get; init; }

    /// <summary>The error's cause, as AWS keeps it.</summary>
    public string? Cause { get; init; }

    /// <summary>Who approved it; null where nobody had to, or nobody has.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When that was, in local time.</summary>
    public DateTime? ApprovedTime { get; init; }

    /// <summary>What was said with it.</summary>
    public string? ApprovalComment { get; init; }

    /// <summary>The Run Command command.</summary>
    public string? CommandId { get; init; }

    /// <summary>The automation that ran it.</summary>
    public string? AutomationExecutionId { get; init; }

    /// <summary>The RunJob execution.</summary>
    public string? RunJobExecutionArn { get; init; }

    /// <summary>The network that the job is; null where it is a command.</summary>
    public string? Network => NestedExecutionArn is null ? null : NestedRun.NetworkOf(NestedExecutionArn);

    /// <summary>The run of the network that the job is, of its last start.</summary>
    public string? NestedExecutionArn { get; init; }

    /// <summary>The log group with its output.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>The run.</summary>
    public required string ExecutionArn { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{NetworkName} {JobName}: {Status}";
}
