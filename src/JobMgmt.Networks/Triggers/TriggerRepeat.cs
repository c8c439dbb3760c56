namespace JobMgmt.Networks.Triggers;

/// <summary>What becomes of a run whose time the clock shows twice when daylight saving ends.</summary>
public enum TriggerRepeat
{
    /// <summary>It starts the first time, as EventBridge Scheduler has it.</summary>
    Once,

    /// <summary>It starts both times.</summary>
    Twice,
}
