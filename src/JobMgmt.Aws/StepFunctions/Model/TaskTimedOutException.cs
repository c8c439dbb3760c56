using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The task has ended: timed out, answered or stopped.</summary>
public sealed class TaskTimedOutException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public TaskTimedOutException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
