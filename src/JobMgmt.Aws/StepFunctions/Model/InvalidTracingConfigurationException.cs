using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The tracing configuration is not valid.</summary>
public sealed class InvalidTracingConfigurationException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidTracingConfigurationException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
