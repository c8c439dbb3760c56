using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>An input value is not valid.</summary>
public sealed class InvalidInputException : AmazonIdentityManagementServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidInputException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
