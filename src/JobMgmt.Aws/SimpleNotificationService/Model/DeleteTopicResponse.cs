using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The answer of DeleteTopic.</summary>
public sealed class DeleteTopicResponse : AmazonWebServiceResponse;
