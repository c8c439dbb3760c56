namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of GetSchedule.</summary>
public sealed class GetScheduleRequest : AmazonSchedulerRequest
{
    /// <summary>The group's name; absent means default.</summary>
    public string? GroupName { get; set; }

    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;
}
