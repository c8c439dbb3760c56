using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of PutTargets.</summary>
public sealed class PutTargetsResponse : AmazonWebServiceResponse
{
    /// <summary>How many entries failed; the call itself still answers 200.</summary>
    public int? FailedEntryCount { get; set; }

    /// <summary>The entries that failed.</summary>
    public List<PutTargetsResultEntry>? FailedEntries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
