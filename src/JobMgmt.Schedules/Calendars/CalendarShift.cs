namespace JobMgmt.Schedules.Calendars;

/// <summary>What becomes of a day that is due and closed.</summary>
public enum CalendarShift
{
    /// <summary>It is left out.</summary>
    None,

    /// <summary>The next open day runs in its place.</summary>
    Next,

    /// <summary>The open day before it runs in its place.</summary>
    Previous,
}
