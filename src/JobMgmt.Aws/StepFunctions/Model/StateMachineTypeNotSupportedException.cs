using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>An Express state machine does not support this call.</summary>
public sealed class StateMachineTypeNotSupportedException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public StateMachineTypeNotSupportedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
