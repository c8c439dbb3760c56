using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>There is no such thing.</summary>
public sealed class ResourceNotFoundException : AmazonCloudWatchLogsException
{
    /// <summary>The error as the service sent it.</summary>
    public ResourceNotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
