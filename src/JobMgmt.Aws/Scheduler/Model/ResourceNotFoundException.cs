using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>What was named is not there.</summary>
public sealed class ResourceNotFoundException : AmazonSchedulerException
{
    /// <summary>The error as the service sent it.</summary>
    public ResourceNotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
