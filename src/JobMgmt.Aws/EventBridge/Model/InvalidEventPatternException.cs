using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The event pattern is not valid; the message says why.</summary>
public sealed class InvalidEventPatternException : AmazonEventBridgeException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidEventPatternException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
