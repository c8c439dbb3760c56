using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The service failed; try again.</summary>
public sealed class ServiceFailureException : AmazonIdentityManagementServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public ServiceFailureException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
