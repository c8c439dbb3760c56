using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>AWS made this role; only AWS may change it.</summary>
public sealed class UnmodifiableEntityException : AmazonIdentityManagementServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public UnmodifiableEntityException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
