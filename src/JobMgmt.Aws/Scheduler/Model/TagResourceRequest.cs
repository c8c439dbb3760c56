using Amazon;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of TagResource.</summary>
public sealed class TagResourceRequest : AmazonSchedulerRequest
{
    /// <summary>The group's ARN.</summary>
    public string ResourceArn { get; set; } = null!;

    /// <summary>The tags.</summary>
    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
