namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>The parameters of Subscribe.</summary>
public sealed class SubscribeRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>The topic's ARN.</summary>
    public string TopicArn { get; set; } = null!;

    /// <summary>email, sqs, https, …</summary>
    public string Protocol { get; set; } = null!;

    /// <summary>The address.</summary>
    public string? Endpoint { get; set; }
}
