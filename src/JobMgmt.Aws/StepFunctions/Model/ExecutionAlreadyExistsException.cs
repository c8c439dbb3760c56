using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The name was used within 90 days, with another input or for an execution that has ended.</summary>
public sealed class ExecutionAlreadyExistsException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public ExecutionAlreadyExistsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
