using Amazon;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>An event to put: at most 256 KB, counted as UTF-8 bytes of time, source, detail type, detail and resources.</summary>
public sealed class PutEventsRequestEntry
{
    /// <summary>When the event happened; absent means now.</summary>
    public DateTime? Time { get; set; }

    /// <summary>The source, such as jobmgmt; aws.* is refused.</summary>
    public string? Source { get; set; }

    /// <summary>ARNs that the event is about.</summary>
    public List<string>? Resources { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>What kind of event it is.</summary>
    public string? DetailType { get; set; }

    /// <summary>The detail: JSON text of an object.</summary>
    public string? Detail { get; set; }

    /// <summary>The event bus, by name or ARN; absent means default.</summary>
    public string? EventBusName { get; set; }

    /// <summary>An AWS X-Ray trace header.</summary>
    public string? TraceHeader { get; set; }
}
