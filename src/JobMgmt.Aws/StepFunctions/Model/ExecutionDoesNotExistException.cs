using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>There is no such execution.</summary>
public sealed class ExecutionDoesNotExistException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public ExecutionDoesNotExistException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
