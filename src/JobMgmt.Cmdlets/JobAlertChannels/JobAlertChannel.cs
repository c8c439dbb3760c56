namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>An alert channel, and where its alerts go.</summary>
public sealed class JobAlertChannel
{
    /// <summary>The channel's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether alerts that name no channel go here.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>Where its alerts go; the log group, which Get-JobAlert reads, first.</summary>
    public required IReadOnlyList<JobAlertChannelTarget> Target { get; init; }

    /// <summary>The log group that keeps its alerts.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>The EventBridge rule that takes its alerts.</summary>
    public required string RuleName { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
