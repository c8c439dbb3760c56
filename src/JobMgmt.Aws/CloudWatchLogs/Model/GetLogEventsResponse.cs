using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of GetLogEvents.</summary>
public sealed class GetLogEventsResponse : AmazonWebServiceResponse
{
    /// <summary>The events of this page.</summary>
    public List<OutputLogEvent>? Events { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The token for newer events; the one that was sent when the end is reached, never null.</summary>
    public string? NextForwardToken { get; set; }

    /// <summary>The token for older events; the one that was sent when the end is reached, never null.</summary>
    public string? NextBackwardToken { get; set; }
}
