using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>There is no such topic.</summary>
public sealed class ResourceNotFoundException : AmazonSimpleNotificationServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public ResourceNotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
