using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The events were taken before.</summary>
public sealed class DataAlreadyAcceptedException : AmazonCloudWatchLogsException
{
    /// <summary>The error as the service sent it.</summary>
    public DataAlreadyAcceptedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
