using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of PutEvents.</summary>
public sealed class PutEventsResponse : AmazonWebServiceResponse
{
    /// <summary>How many entries failed; the call itself still answers 200.</summary>
    public int? FailedEntryCount { get; set; }

    /// <summary>The entries, at most 10 a call, in the order of the request.</summary>
    public List<PutEventsResultEntry>? Entries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
