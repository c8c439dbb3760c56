using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.SimpleNotificationService.Model;

/// <summary>There is no such topic or subscription.</summary>
public sealed class NotFoundException : AmazonSimpleNotificationServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public NotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
