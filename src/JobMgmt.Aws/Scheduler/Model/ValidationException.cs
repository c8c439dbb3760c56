using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The request is not valid.</summary>
public sealed class ValidationException : AmazonSchedulerException
{
    /// <summary>The error as the service sent it.</summary>
    public ValidationException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
