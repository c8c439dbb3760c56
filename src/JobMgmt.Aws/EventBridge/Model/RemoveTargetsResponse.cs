using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of RemoveTargets.</summary>
public sealed class RemoveTargetsResponse : AmazonWebServiceResponse
{
    /// <summary>How many entries failed; the call itself still answers 200.</summary>
    public int? FailedEntryCount { get; set; }

    /// <summary>The entries that failed.</summary>
    public List<RemoveTargetsResultEntry>? FailedEntries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
