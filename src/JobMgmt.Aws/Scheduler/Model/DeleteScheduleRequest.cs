namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of DeleteSchedule.</summary>
public sealed class DeleteScheduleRequest : AmazonSchedulerRequest
{
    /// <summary>Makes the call idempotent; one is made where it is absent.</summary>
    public string? ClientToken { get; set; }

    /// <summary>The group's name; absent means default.</summary>
    public string? GroupName { get; set; }

    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;
}
