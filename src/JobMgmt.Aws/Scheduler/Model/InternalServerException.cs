using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>A fault of the service.</summary>
public sealed class InternalServerException : AmazonSchedulerException
{
    /// <summary>The error as the service sent it.</summary>
    public InternalServerException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
