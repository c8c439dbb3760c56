using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>A quota is exhausted.</summary>
public sealed class LimitExceededException : AmazonCloudWatchLogsException
{
    /// <summary>The error as the service sent it.</summary>
    public LimitExceededException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
