using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>KMS was called too often.</summary>
public sealed class KmsThrottlingException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public KmsThrottlingException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
