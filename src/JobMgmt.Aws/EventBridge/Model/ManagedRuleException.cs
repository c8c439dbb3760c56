using System.Net;
using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The rule is managed by an AWS service.</summary>
public sealed class ManagedRuleException : AmazonEventBridgeException
{
    /// <summary>The error as the service sent it.</summary>
    public ManagedRuleException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
