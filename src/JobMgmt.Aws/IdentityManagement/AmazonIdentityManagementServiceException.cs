using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.IdentityManagement;

/// <summary>An error of AWS Identity and Access Management; ErrorCode tells which. Frequent ones have classes of their own in Model.</summary>
public class AmazonIdentityManagementServiceException : AmazonServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public AmazonIdentityManagementServiceException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
