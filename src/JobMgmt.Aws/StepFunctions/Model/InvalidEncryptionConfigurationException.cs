using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The encryption configuration is not valid.</summary>
public sealed class InvalidEncryptionConfigurationException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidEncryptionConfigurationException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
