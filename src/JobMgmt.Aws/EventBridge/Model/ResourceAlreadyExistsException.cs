using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>There is one of that name already.</summary>
public sealed class ResourceAlreadyExistsException : AmazonEventBridgeException
{
    /// <summary>The error as the service sent it.</summary>
    public ResourceAlreadyExistsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
