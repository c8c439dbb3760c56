using Amazon;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>How an event is rewritten for a target.</summary>
public sealed class InputTransformer
{
    /// <summary>Names for JSONPaths into the event, at most 100.</summary>
    public Dictionary<string, string>? InputPathsMap { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The text that is sent, with &lt;name&gt; for each path; at most 8192 characters.</summary>
    public string InputTemplate { get; set; } = null!;
}
