using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The input is not JSON.</summary>
public sealed class InvalidExecutionInputException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidExecutionInputException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
