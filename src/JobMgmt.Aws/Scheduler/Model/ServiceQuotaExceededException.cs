using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The account's quota is used up.</summary>
public sealed class ServiceQuotaExceededException : AmazonSchedulerException
{
    /// <summary>The error as the service sent it.</summary>
    public ServiceQuotaExceededException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
