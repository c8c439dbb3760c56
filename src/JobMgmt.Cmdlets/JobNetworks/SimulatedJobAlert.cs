namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>An alert that a simulated run would have sent.</summary>
public sealed class SimulatedJobAlert
{
    /// <summary>The job; null where the alert does not say.</summary>
    public string? JobName { get; init; }

    /// <summary>The error's name.</summary>
    public string? Error { get; init; }

    /// <summary>Its channel.</summary>
    public string? Channel { get; init; }

    /// <summary>When, from the run's start.</summary>
    public TimeSpan Time { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{JobName}: {Error} ({Channel})";
}
