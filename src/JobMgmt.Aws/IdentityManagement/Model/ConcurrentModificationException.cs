using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>Somebody else changed the same thing at once; try again.</summary>
public sealed class ConcurrentModificationException : AmazonIdentityManagementServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public ConcurrentModificationException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
