using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>The error records that speak of calendars; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobCalendarErrors
{
    public static ErrorRecord CalendarNotFound(string name) => ErrorRecords.Make(
        "JobCalendarNotFound", ErrorCategory.ObjectNotFound, name,
        $"There is no calendar '{name}'. Get-JobCalendar lists those there are; Get-JobMgmtConnection says where you look.");

    public static ErrorRecord CalendarExists(string name) => ErrorRecords.Make(
        "JobCalendarExists", ErrorCategory.ResourceExists, name,
        $"There is a calendar '{name}' already. Change it with Add-JobCalendarDate or Set-JobCalendar, or replace it with -Force.");

    public static ErrorRecord CalendarBusy(string name) => ErrorRecords.Make(
        "JobCalendarBusy", ErrorCategory.ResourceBusy, name,
        $"Others change the calendar '{name}' again and again, so that whether this change is in it was not found out. See whether it is (Get-JobCalendarDate {name} -Listed), and try again.");

    public static ErrorRecord CalendarTooLarge(string name, int size, int most) => ErrorRecords.Make(
        "JobCalendarTooLarge", ErrorCategory.LimitsExceeded, name,
        $"The calendar '{name}' takes {size} bytes, and a parameter keeps {most}. Take past dates off (Remove-JobCalendarDate), give shorter reasons, or close whole weekdays in place of their dates.");

    public static ErrorRecord CalendarDateInvalid(string parameter, int position, string fault, bool takesWeekdays) => ErrorRecords.Make(
        "JobCalendarDateInvalid", ErrorCategory.InvalidArgument, position,
        $"-{parameter}, item {position}: {fault} Give dates as 2026-12-31, stretches as 2026-12-29..2027-01-03, or @{{ '2026-12-31' = 'reason' }}{(takesWeekdays ? ", or weekdays as Saturday" : "")}.");

    public static ErrorRecord CalendarDateTwice(string name, DateTime date) => ErrorRecords.Make(
        "JobCalendarDateInvalid", ErrorCategory.InvalidArgument, name,
        FormattableString.Invariant($"The calendar '{name}' can't have {date:yyyy-MM-dd} both closed and open: -Closed and -Open name it. Leave it out of one of them; around a day that is open, give the stretch of closed days as two."));

    public static ErrorRecord CalendarDateNotListed(string name, DateTime date) => ErrorRecords.Make(
        "JobCalendarDateNotListed", ErrorCategory.ObjectNotFound, name,
        FormattableString.Invariant($"The calendar '{name}' does not list {date:yyyy-MM-dd}: its weekday decides. Get-JobCalendarDate {name} -Listed shows what it lists; Add-JobCalendarDate opens or closes a date."));

    public static ErrorRecord CalendarRangeBackwards(DateTime first, DateTime last) => ErrorRecords.Make(
        "JobCalendarRangeInvalid", ErrorCategory.InvalidArgument, first, FormattableString.Invariant($"-From {first:yyyy-MM-dd} is after -To {last:yyyy-MM-dd}. Exchange them."));

    public static ErrorRecord CalendarFileInvalid(string file, FormatException cause) => ErrorRecords.Make(
        "JobCalendarFileInvalid", ErrorCategory.InvalidData, file, $"'{file}': {cause.Message}", cause);

    public static ErrorRecord CalendarFileNotFound(string file) => ErrorRecords.Make(
        "JobCalendarFileNotFound", ErrorCategory.ObjectNotFound, file, $"There is no file '{file}'. Give the path of an iCalendar file (.ics).");
}
