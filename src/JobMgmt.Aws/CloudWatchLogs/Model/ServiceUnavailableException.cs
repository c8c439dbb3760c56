using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The service could not answer; try again.</summary>
public sealed class ServiceUnavailableException : AmazonCloudWatchLogsException
{
    /// <summary>The error as the service sent it.</summary>
    public ServiceUnavailableException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
