using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The caller or the role may not use the KMS key.</summary>
public sealed class KmsAccessDeniedException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public KmsAccessDeniedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
