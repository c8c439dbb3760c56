namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of ListTagsForResource.</summary>
public sealed class ListTagsForResourceRequest : AmazonEventBridgeRequest
{
    /// <summary>The tagged resource.</summary>
    public string ResourceARN { get; set; } = null!;
}
