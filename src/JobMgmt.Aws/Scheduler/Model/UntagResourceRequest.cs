using Amazon;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of UntagResource.</summary>
public sealed class UntagResourceRequest : AmazonSchedulerRequest
{
    /// <summary>The group's ARN.</summary>
    public string ResourceArn { get; set; } = null!;

    /// <summary>The keys.</summary>
    public List<string>? TagKeys { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
