namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>What will become of a run that a trigger names.</summary>
public enum JobForecastStatus
{
    /// <summary>It will start.</summary>
    Planned,

    /// <summary>It will not start: daylight saving leaves its time out.</summary>
    Dropped,

    /// <summary>It will start and be held, as its network is suspended then: Resume-JobNetwork lets it go on.</summary>
    Held,
}
