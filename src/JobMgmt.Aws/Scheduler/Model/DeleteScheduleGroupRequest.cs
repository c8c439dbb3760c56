namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of DeleteScheduleGroup.</summary>
public sealed class DeleteScheduleGroupRequest : AmazonSchedulerRequest
{
    /// <summary>Makes the call idempotent; one is made where it is absent.</summary>
    public string? ClientToken { get; set; }

    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;
}
