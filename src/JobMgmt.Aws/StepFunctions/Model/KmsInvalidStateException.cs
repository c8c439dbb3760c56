using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The KMS key is not in a state to be used.</summary>
public sealed class KmsInvalidStateException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public KmsInvalidStateException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
