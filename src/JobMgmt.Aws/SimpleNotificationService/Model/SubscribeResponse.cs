using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The answer of Subscribe.</summary>
public sealed class SubscribeResponse : AmazonWebServiceResponse
{
    /// <summary>The subscription's ARN, or <c>pending confirmation</c>.</summary>
    public string? SubscriptionArn { get; set; }
}
