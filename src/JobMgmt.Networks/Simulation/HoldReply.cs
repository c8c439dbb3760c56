namespace JobMgmt.Networks.Simulation;

/// <summary>What becomes of a held job in a simulation.</summary>
public enum HoldReply
{
    /// <summary>Somebody approves it at once.</summary>
    Approved,

    /// <summary>Somebody denies it at once.</summary>
    Denied,

    /// <summary>Nobody answers in time.</summary>
    TimedOut,
}
