using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge;

/// <summary>An error of Amazon EventBridge; ErrorCode tells which. Frequent ones have classes of their own in Model.</summary>
public class AmazonEventBridgeException : AmazonServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public AmazonEventBridgeException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
