using System.Globalization;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobNetworkSuspensions;

/// <summary>By which clock the days of a network begin, for whoever suspends it on days.</summary>
/// <param name="Zone">The time zone.</param>
/// <param name="DayStart">How long after midnight a day begins.</param>
/// <param name="Triggers">The network's triggers that have calendars, with them; empty where nobody had to look.</param>
internal sealed record SuspensionDays(TimeZoneInfo Zone, TimeSpan DayStart, IReadOnlyList<(DeployedJobTrigger Trigger, JobCalendar Calendar)> Triggers)
{
    private const int DaysAround = 3; // beyond any day start and time zone

    /// <summary>What was given; the rest as the calendars have it where they all have the same, else by this machine's clock, from midnight on.</summary>
    public static SuspensionDays Of(TimeZoneInfo? zone, TimeSpan? dayStart, IReadOnlyList<(DeployedJobTrigger Trigger, JobCalendar Calendar)> triggers)
    {
        (string TimeZone, TimeSpan DayStart)[] clocks = triggers.Select(one => (one.Calendar.TimeZone, one.Calendar.DayStart)).Distinct().ToArray();
        return clocks.Length == 1
            ? new SuspensionDays(zone ?? triggers[0].Calendar.Zone(), dayStart ?? clocks[0].DayStart, triggers)
            : new SuspensionDays(zone ?? TimeZoneInfo.Local, dayStart ?? TimeSpan.Zero, triggers);
    }

    /// <summary>A day as a suspension.</summary>
    public JobNetworkSuspension Day(string network, DateTime day)
    {
        (DateTimeOffset from, DateTimeOffset until) = ScheduleDay.Of(day, DayStart, Zone);
        return new JobNetworkSuspension { NetworkName = network, From = from.LocalDateTime, Until = until.LocalDateTime };
    }

    /// <summary>What whoever suspends a day should know: runs of that business date that are not held; null: all are.</summary>
    public string? NotHeld(string network, DateTime day)
    {
        JobNetworkSuspension period = Day(network, day);
        string[] runs = Triggers.Where(one => one.Trigger.Enabled).SelectMany(one => Runs(one.Trigger, one.Calendar, day).Where(due => !period.Has(due.LocalDateTime))
            .Select(due => string.Format(CultureInfo.InvariantCulture, "{0} at {1:yyyy-MM-dd HH:mm} (calendar '{2}', {3}, from {4:hh\\:mm} on)", one.Trigger.Name, due.LocalDateTime, one.Calendar.Name, one.Calendar.TimeZone, one.Calendar.DayStart))).ToArray();
        return runs.Length == 0 ? null
            : $"Of the business date {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} of the job network '{network}' these runs are not held, as their calendars' days begin at other times: {string.Join("; ", runs)}. Suspend it from the first of them until after the last, with -From and -Until.";
    }

    private static DateTimeOffset[] Runs(DeployedJobTrigger trigger, JobCalendar calendar, DateTime day)
    {
        var found = new List<DateTimeOffset>();
        DateTimeOffset from = new(DateTime.SpecifyKind(day.Date, DateTimeKind.Utc).AddDays(-DaysAround));
        try
        {
            found.AddRange(TriggerForecast.Between(trigger.Definition, calendar, from, from, from.AddDays(2 * DaysAround)).Where(due => due.BusinessDate == day.Date).Select(due => due.Instant));
        }
        catch (CalendarException)
        {
            // What the calendar tells not is not known to run.
        }

        return found.ToArray();
    }
}
