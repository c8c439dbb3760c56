using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>It exists already.</summary>
public sealed class EntityAlreadyExistsException : AmazonIdentityManagementServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public EntityAlreadyExistsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
