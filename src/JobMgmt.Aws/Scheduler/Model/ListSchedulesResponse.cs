using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of ListSchedules.</summary>
public sealed class ListSchedulesResponse : AmazonWebServiceResponse
{
    /// <summary>The token of the next page; null on the first request and in the last answer.</summary>
    public string? NextToken { get; set; }

    /// <summary>The schedules of this page.</summary>
    public List<ScheduleSummary>? Schedules { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
