using Amazon;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of TagResource.</summary>
public sealed class TagResourceRequest : AmazonEventBridgeRequest
{
    /// <summary>The tagged resource.</summary>
    public string ResourceARN { get; set; } = null!;

    /// <summary>The tags.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null!;
}
