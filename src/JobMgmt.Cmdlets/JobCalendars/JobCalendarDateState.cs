namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>Whether a business day is open.</summary>
public enum JobCalendarDateState
{
    /// <summary>Jobs run.</summary>
    Open,

    /// <summary>Jobs do not run, or on another day.</summary>
    Closed,
}
