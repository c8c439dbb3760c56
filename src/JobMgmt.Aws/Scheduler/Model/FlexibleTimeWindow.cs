namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>How long after its time an invocation may start.</summary>
public sealed class FlexibleTimeWindow
{
    /// <summary>The longest delay; with FLEXIBLE only.</summary>
    public int? MaximumWindowInMinutes { get; set; }

    /// <summary>OFF or FLEXIBLE.</summary>
    public FlexibleTimeWindowMode Mode { get; set; } = null!;
}
