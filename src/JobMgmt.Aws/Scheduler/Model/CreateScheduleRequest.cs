namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of CreateSchedule.</summary>
public sealed class CreateScheduleRequest : AmazonSchedulerRequest
{
    /// <summary>What becomes of the schedule after its last invocation; absent means NONE.</summary>
    public ActionAfterCompletion? ActionAfterCompletion { get; set; }

    /// <summary>Makes the call idempotent; one is made where it is absent.</summary>
    public string? ClientToken { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>No invocation comes later. One-time schedules have no use for it.</summary>
    public DateTime? EndDate { get; set; }

    /// <summary>How long after its time an invocation may start.</summary>
    public FlexibleTimeWindow FlexibleTimeWindow { get; set; } = null!;

    /// <summary>The group's name; absent means default.</summary>
    public string? GroupName { get; set; }

    /// <summary>The key that encrypts the schedule.</summary>
    public string? KmsKeyArn { get; set; }

    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>at(...), rate(...) or cron(...).</summary>
    public string ScheduleExpression { get; set; } = null!;

    /// <summary>The IANA zone whose clock the expression means; absent means UTC.</summary>
    public string? ScheduleExpressionTimezone { get; set; }

    /// <summary>No invocation comes earlier. One-time schedules have no use for it.</summary>
    public DateTime? StartDate { get; set; }

    /// <summary>Whether it is on; absent means ENABLED.</summary>
    public ScheduleState? State { get; set; }

    /// <summary>What is invoked.</summary>
    public Target Target { get; set; } = null!;
}
