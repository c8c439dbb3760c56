using Amazon;
using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of ListScheduleGroups.</summary>
public sealed class ListScheduleGroupsResponse : AmazonWebServiceResponse
{
    /// <summary>The token of the next page; null on the first request and in the last answer.</summary>
    public string? NextToken { get; set; }

    /// <summary>The groups of this page.</summary>
    public List<ScheduleGroupSummary>? ScheduleGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
