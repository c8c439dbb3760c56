namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>A version of a calendar: the answer of <c>Get-JobCalendar -History</c>, which is shown with when it was written and by whom.</summary>
public sealed class JobCalendarVersion : StoredJobCalendar
{
    internal JobCalendarVersion(StoredJobCalendar stored)
        : base(stored.Calendar()) =>
        (As, Version, LastModifiedDate, LastModifiedUser) = (stored.As, stored.Version, stored.LastModifiedDate, stored.LastModifiedUser);
}
