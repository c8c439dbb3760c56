using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A parameter that is required was left out.</summary>
public sealed class MissingRequiredParameterException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public MissingRequiredParameterException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
