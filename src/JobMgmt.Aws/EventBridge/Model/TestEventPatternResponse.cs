using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of TestEventPattern.</summary>
public sealed class TestEventPatternResponse : AmazonWebServiceResponse
{
    /// <summary>Whether the pattern matches the event.</summary>
    public bool? Result { get; set; }
}
