using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The task or page token is not valid.</summary>
public sealed class InvalidTokenException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidTokenException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
