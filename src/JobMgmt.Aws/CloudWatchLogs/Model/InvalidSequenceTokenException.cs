using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The sequence token is not valid; AWS no longer sends this.</summary>
public sealed class InvalidSequenceTokenException : AmazonCloudWatchLogsException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidSequenceTokenException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
