using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of DescribeLogStreams.</summary>
public sealed class DescribeLogStreamsResponse : AmazonWebServiceResponse
{
    /// <summary>The log streams of this page.</summary>
    public List<LogStream>? LogStreams { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }
}
