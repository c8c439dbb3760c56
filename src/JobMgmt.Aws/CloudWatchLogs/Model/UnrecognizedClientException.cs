using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The access key is not known.</summary>
public sealed class UnrecognizedClientException : AmazonCloudWatchLogsException
{
    /// <summary>The error as the service sent it.</summary>
    public UnrecognizedClientException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
