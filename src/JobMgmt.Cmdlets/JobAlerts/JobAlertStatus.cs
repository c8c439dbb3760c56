namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>Whether an alert still wants somebody.</summary>
public enum JobAlertStatus
{
    /// <summary>Nobody has confirmed it, and it is not over by itself.</summary>
    Open,

    /// <summary>Somebody has confirmed it.</summary>
    Confirmed,

    /// <summary>It is over by itself: the network has succeeded since, the job does not wait any more, or it was a test.</summary>
    Recovered,
}
