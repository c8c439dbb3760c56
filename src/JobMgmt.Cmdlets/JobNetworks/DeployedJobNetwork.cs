using JobMgmt.Networks.Definitions;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>A job network on the target.</summary>
public sealed class DeployedJobNetwork
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its jobs, in order; those that could be read where the definition is no network of ours.</summary>
    public IReadOnlyList<JobDefinition> Job { get; init; } = [];

    /// <summary>The jobs' names.</summary>
    public string[] JobName => Job.Select(j => j.Name).ToArray();

    /// <summary>What a run can be given, by name: the text that stands where it is not given, or null where each run has to give it.</summary>
    public IReadOnlyDictionary<string, string?>? Parameter { get; init; }

    /// <summary>The networks that jobs of it are, each once.</summary>
    public string[] Network => Job.Select(j => j.Network).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>The channel of its alerts; null for the stack's default.</summary>
    public string? AlertChannel { get; init; }

    /// <summary>For how long the failures of a job are folded into one alert; null: not at all.</summary>
    public TimeSpan? AlertDigest { get; init; }

    /// <summary>Worker tags that stand where a run names none.</summary>
    public IReadOnlyDictionary<string, string>? WorkerTag { get; init; }

    /// <summary>Whether the first job that fails ends a run.</summary>
    public bool FailFast { get; init; }

    /// <summary>What a run does that begins while another one goes on.</summary>
    public IfRunning IfRunning { get; init; }

    /// <summary>How long a run may take before an alert tells that it is overdue.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>The time of day by which a run is to have ended.</summary>
    public string? FinishBy { get; init; }

    /// <summary>The time zone of times of day; null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether a deadline that is over stops the run.</summary>
    public bool StopOnDeadline { get; init; }

    /// <summary>How long a run may take; null where it has no limit of its own.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether JobMgmt made it; a network written by hand is only read.</summary>
    public bool Managed { get; init; }

    /// <summary>Whether it is being removed: it starts nothing any more, and goes when its runs have ended.</summary>
    public bool Deleting { get; init; }

    /// <summary>When its state machine was made, in local time.</summary>
    public DateTime? CreationTime { get; init; }

    /// <summary>Its state machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The definition in the Amazon States Language.</summary>
    public string? Definition { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
