using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The name is not valid.</summary>
public sealed class InvalidNameException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidNameException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
