namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The parameters of DeleteTopic.</summary>
public sealed class DeleteTopicRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The topic's ARN.</summary>
    public string TopicArn { get; set; } = null!;
}
