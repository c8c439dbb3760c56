using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Too many executions are open.</summary>
public sealed class ExecutionLimitExceededException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public ExecutionLimitExceededException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
