using JobMgmt.Networks.Runs;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>One job of a simulated run.</summary>
public sealed class SimulatedJobRun
{
    /// <summary>The job.</summary>
    public required string JobName { get; init; }

    /// <summary>How it ended.</summary>
    public required JobRunStatus Status { get; init; }

    /// <summary>How often the network started it; 0 where it did not run.</summary>
    public int Attempts { get; init; }

    /// <summary>The exit code of its last attempt; null where no command ended by itself.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What it tells of its output, with -Output of New-JobDefinition.</summary>
    public object? Output { get; init; }

    /// <summary>When it was started first, from the run's start; null where it did not run.</summary>
    public TimeSpan? StartTime { get; init; }

    /// <summary>How long it took, all attempts and the waits between them included.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The error's name.</summary>
    public string? Error { get; init; }

    /// <summary>The error's cause.</summary>
    public string? Cause { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{JobName}: {Status}";
}
