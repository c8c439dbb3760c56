using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>Too many calls; try again later.</summary>
public sealed class ThrottlingException : AmazonSchedulerException
{
    /// <summary>The error as the service sent it.</summary>
    public ThrottlingException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
