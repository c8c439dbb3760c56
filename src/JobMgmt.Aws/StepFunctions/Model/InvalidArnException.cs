using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The ARN is not valid.</summary>
public sealed class InvalidArnException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidArnException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
