using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>The definition is not valid; the message says where.</summary>
public sealed class InvalidDefinitionException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public InvalidDefinitionException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
