using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement.Model;

/// <summary>The policy document is not valid.</summary>
public sealed class MalformedPolicyDocumentException : AmazonIdentityManagementServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public MalformedPolicyDocumentException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
