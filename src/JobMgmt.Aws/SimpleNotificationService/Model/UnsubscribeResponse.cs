using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The answer of Unsubscribe.</summary>
public sealed class UnsubscribeResponse : AmazonWebServiceResponse;
