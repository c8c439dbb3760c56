namespace JobMgmt.Networks.Triggers;

/// <summary>Which ends of a network start the one that comes after it.</summary>
public enum TriggerOnlyIf
{
    /// <summary>Runs that succeeded.</summary>
    Succeeded,

    /// <summary>Runs that failed, took too long or were stopped.</summary>
    Failed,

    /// <summary>All.</summary>
    Ended,
}
