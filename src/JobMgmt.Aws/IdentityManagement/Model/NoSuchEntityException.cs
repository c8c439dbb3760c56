using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>There is no such role or policy.</summary>
public sealed class NoSuchEntityException : AmazonIdentityManagementServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public NoSuchEntityException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
