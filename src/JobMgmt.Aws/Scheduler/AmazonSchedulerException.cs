using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler;

/// <summary>An error of Amazon EventBridge Scheduler; ErrorCode tells which. Each has a class of its own in Model.</summary>
public class AmazonSchedulerException : AmazonServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public AmazonSchedulerException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
