namespace JobMgmt.Networks.Triggers;

/// <summary>What becomes of a run whose time the clock leaves out when daylight saving begins.</summary>
public enum TriggerGap
{
    /// <summary>There is none that day, as EventBridge Scheduler has it.</summary>
    Skip,

    /// <summary>It starts when the clock has been set.</summary>
    RunAfter,
}
