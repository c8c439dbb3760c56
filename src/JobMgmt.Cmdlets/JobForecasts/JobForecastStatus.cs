namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>What will become of a run that a trigger names.</summary>
public enum JobForecastStatus
{
    /// <summary>It will start.</summary>
    Planned,

    /// <summary>It will not start: daylight saving leaves its time out.</summary>
    Dropped,
}
