namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>A schedule, in a list.</summary>
public sealed class ScheduleSummary
{
    /// <summary>The ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationDate { get; set; }

    /// <summary>The group's name.</summary>
    public string? GroupName { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? LastModificationDate { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it is on.</summary>
    public ScheduleState? State { get; set; }

    /// <summary>What is invoked.</summary>
    public TargetSummary? Target { get; set; }
}
