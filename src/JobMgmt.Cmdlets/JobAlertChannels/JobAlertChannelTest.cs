namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>What became of a test alert at one of its channel's targets.</summary>
public sealed class JobAlertChannelTest
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The sort of target.</summary>
    public required string Kind { get; init; }

    /// <summary>The target.</summary>
    public required string Address { get; init; }

    /// <summary>Delivered, Failed, or HandedOver where only the receiver can say whether it has arrived.</summary>
    public required string Result { get; init; }

    /// <summary>What was found, or where to look.</summary>
    public string? Detail { get; init; }

    /// <summary>The test event's id.</summary>
    public required string EventId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Channel}: {Kind} {Result}";
}
