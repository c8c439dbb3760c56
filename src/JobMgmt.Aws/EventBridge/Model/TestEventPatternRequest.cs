namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of TestEventPattern.</summary>
public sealed class TestEventPatternRequest : AmazonEventBridgeRequest
{
    /// <summary>The pattern, as JSON text.</summary>
    public string EventPattern { get; set; } = null!;

    /// <summary>The event, as JSON text.</summary>
    public string Event { get; set; } = null!;
}
