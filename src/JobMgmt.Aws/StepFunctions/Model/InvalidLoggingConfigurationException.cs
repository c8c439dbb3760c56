using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The logging configuration is not valid; log destinations need a resource policy and rights.</summary>
public sealed class InvalidLoggingConfigurationException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidLoggingConfigurationException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
