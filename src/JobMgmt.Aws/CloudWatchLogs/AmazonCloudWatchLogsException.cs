using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs;

/// <summary>An error of Amazon CloudWatch Logs; ErrorCode tells which. Frequent ones have classes of their own in Model.</summary>
public class AmazonCloudWatchLogsException : AmazonServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public AmazonCloudWatchLogsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
