namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>What became of one event.</summary>
public sealed class PutEventsResultEntry
{
    /// <summary>The event's id.</summary>
    public string? EventId { get; set; }

    /// <summary>The error code; null when it went well.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The error message; null when it went well.</summary>
    public string? ErrorMessage { get; set; }
}
