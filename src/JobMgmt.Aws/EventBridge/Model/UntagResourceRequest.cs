using Amazon;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of UntagResource.</summary>
public sealed class UntagResourceRequest : AmazonEventBridgeRequest
{
    /// <summary>The tagged resource.</summary>
    public string ResourceARN { get; set; } = null!;

    /// <summary>The keys of the tags to remove.</summary>
    public List<string> TagKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null!;
}
