using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The task does not exist any more.</summary>
public sealed class TaskDoesNotExistException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public TaskDoesNotExistException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
