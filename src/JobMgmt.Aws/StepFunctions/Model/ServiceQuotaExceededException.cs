using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A quota is exhausted.</summary>
public sealed class ServiceQuotaExceededException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public ServiceQuotaExceededException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
