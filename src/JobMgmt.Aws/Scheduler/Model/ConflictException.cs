using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>There is one of that name already, or somebody changed it at once.</summary>
public sealed class ConflictException : AmazonSchedulerException
{
    /// <summary>The error as the service sent it.</summary>
    public ConflictException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
