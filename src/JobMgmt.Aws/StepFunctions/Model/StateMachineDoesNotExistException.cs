using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>There is no such state machine.</summary>
public sealed class StateMachineDoesNotExistException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public StateMachineDoesNotExistException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
