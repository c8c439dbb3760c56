using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService;

/// <summary>Base of the requests of Amazon Simple Notification Service.</summary>
public abstract class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest;
