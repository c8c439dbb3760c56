using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>Somebody else changed the same thing at once; try again.</summary>
public sealed class ConflictException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public ConflictException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
