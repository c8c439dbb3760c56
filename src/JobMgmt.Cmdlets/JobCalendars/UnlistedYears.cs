using System.Globalization;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>The years of which a calendar lists no holiday yet: it tells their days all the same, New Year's Day as an open one.</summary>
internal static class UnlistedYears
{
    /// <summary>What whoever asks for days until a date should know; null: they are of years that are listed, or none is.</summary>
    public static string? Notice(JobCalendar calendar, DateTime until) => !calendar.IsBeyondListed(until) ? null : string.Format(
        CultureInfo.InvariantCulture,
        "The calendar '{0}' lists no closed date after {1:yyyy-MM-dd}, save what comes again every year: other days of later years are judged by their weekdays alone. List them with Add-JobCalendarDate {0}, -Path or -Closed.",
        calendar.Name, calendar.LastListed);
}
