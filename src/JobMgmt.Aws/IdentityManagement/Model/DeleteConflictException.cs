using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>It still holds something that must go first.</summary>
public sealed class DeleteConflictException : AmazonIdentityManagementServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public DeleteConflictException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
