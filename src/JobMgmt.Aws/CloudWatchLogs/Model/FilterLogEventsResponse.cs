using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of FilterLogEvents.</summary>
public sealed class FilterLogEventsResponse : AmazonWebServiceResponse
{
    /// <summary>The events of this page.</summary>
    public List<FilteredLogEvent>? Events { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Empty today.</summary>
    public List<SearchedLogStream>? SearchedLogStreams { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The token of the next page; null at the end. A page may be empty and yet not the last.</summary>
    public string? NextToken { get; set; }
}
