using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The answer of CreateTopic.</summary>
public sealed class CreateTopicResponse : AmazonWebServiceResponse
{
    /// <summary>The topic's ARN.</summary>
    public string? TopicArn { get; set; }
}
