using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>There is a state machine of that name with another definition, type or configuration.</summary>
public sealed class StateMachineAlreadyExistsException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public StateMachineAlreadyExistsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
