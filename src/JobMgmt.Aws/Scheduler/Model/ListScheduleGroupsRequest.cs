namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of ListScheduleGroups.</summary>
public sealed class ListScheduleGroupsRequest : AmazonSchedulerRequest
{
    /// <summary>Items a page.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Only names that begin so.</summary>
    public string? NamePrefix { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer.</summary>
    public string? NextToken { get; set; }
}
