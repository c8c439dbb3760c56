namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>As what a calendar is kept.</summary>
public enum JobCalendarStorage
{
    /// <summary>As an SSM parameter.</summary>
    Parameter,

    /// <summary>As an SSM parameter, and as a Change Calendar beside it, for what asks those.</summary>
    ChangeCalendar,
}
