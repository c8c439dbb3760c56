using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A resource carries at most 50 tags.</summary>
public sealed class TooManyTagsException : AmazonStepFunctionsException
{
    /// <summary>The error as the service sent it.</summary>
    public TooManyTagsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
