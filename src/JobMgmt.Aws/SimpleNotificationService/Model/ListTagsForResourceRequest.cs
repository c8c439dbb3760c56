namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The parameters of ListTagsForResource.</summary>
public sealed class ListTagsForResourceRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The topic's ARN.</summary>
    public string ResourceArn { get; set; } = null!;
}
