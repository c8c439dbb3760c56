using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService;

/// <summary>An error of Amazon Simple Notification Service; ErrorCode tells which. Frequent ones have classes of their own in Model.</summary>
public class AmazonSimpleNotificationServiceException : AmazonServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public AmazonSimpleNotificationServiceException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
