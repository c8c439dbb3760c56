using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.StepFunctions;

/// <summary>An error of AWS Step Functions; ErrorCode tells which. Frequent ones have classes of their own in Model.</summary>
public class AmazonStepFunctionsException : AmazonServiceException
{
    /// <summary>The error as the service sent it.</summary>
    public AmazonStepFunctionsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
