namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>What an event that is put on a bus has beside its detail.</summary>
public sealed class EventBridgeParameters
{
    /// <summary>The event's detail-type.</summary>
    public string DetailType { get; set; } = null!;

    /// <summary>The event's source.</summary>
    public string Source { get; set; } = null!;
}
