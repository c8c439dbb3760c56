namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of ListTagsForResource.</summary>
public sealed class ListTagsForResourceRequest : AmazonSchedulerRequest
{
    /// <summary>The group's ARN.</summary>
    public string ResourceArn { get; set; } = null!;
}
