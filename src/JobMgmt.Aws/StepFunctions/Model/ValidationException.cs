using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A parameter is not valid; the message says which.</summary>
public sealed class ValidationException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public ValidationException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
