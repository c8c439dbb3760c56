using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>It exists already.</summary>
public sealed class ResourceAlreadyExistsException : AmazonCloudWatchLogsException
{
    /// <summary>The error as the service sent it.</summary>
    public ResourceAlreadyExistsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
