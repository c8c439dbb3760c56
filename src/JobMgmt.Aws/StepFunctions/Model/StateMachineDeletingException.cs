using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The state machine is being deleted.</summary>
public sealed class StateMachineDeletingException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public StateMachineDeletingException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
