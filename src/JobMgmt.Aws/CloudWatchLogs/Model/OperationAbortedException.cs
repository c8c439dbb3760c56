using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>Several requests changed the same thing at once; try again.</summary>
public sealed class OperationAbortedException : AmazonCloudWatchLogsException
{
    /// <summary>The error as the service sent it.</summary>
    public OperationAbortedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
