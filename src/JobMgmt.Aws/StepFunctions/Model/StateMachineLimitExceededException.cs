using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The account has as many state machines as it may.</summary>
public sealed class StateMachineLimitExceededException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public StateMachineLimitExceededException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
