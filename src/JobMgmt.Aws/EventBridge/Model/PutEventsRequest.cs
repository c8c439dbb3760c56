using Amazon;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of PutEvents.</summary>
public sealed class PutEventsRequest : AmazonEventBridgeRequest
{
    /// <summary>The entries, at most 10 a call, in the order of the request.</summary>
    public List<PutEventsRequestEntry> Entries { get; set; } = AWSConfigs.InitializeCollections ? [] : null!;
}
