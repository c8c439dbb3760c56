namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of GetScheduleGroup.</summary>
public sealed class GetScheduleGroupRequest : AmazonSchedulerRequest
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;
}
