namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of ListSchedules.</summary>
public sealed class ListSchedulesRequest : AmazonSchedulerRequest
{
    /// <summary>Only schedules of this group; absent means of all.</summary>
    public string? GroupName { get; set; }

    /// <summary>Items a page.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Only names that begin so.</summary>
    public string? NamePrefix { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer.</summary>
    public string? NextToken { get; set; }

    /// <summary>Only schedules in this state.</summary>
    public ScheduleState? State { get; set; }
}
