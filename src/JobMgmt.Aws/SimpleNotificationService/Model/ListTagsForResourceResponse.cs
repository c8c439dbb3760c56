using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The answer of ListTagsForResource.</summary>
public sealed class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The tags.</summary>
    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
