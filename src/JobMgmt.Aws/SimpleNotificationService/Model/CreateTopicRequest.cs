using Amazon;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The parameters of CreateTopic.</summary>
public sealed class CreateTopicRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The tags.</summary>
    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
