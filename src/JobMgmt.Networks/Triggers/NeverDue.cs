using System.Globalization;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Triggers;

/// <summary>Why a trigger will never start anything.</summary>
public static class NeverDue
{
    /// <summary>The reason as the end of a sentence; null: it is due sometime.</summary>
    /// <param name="trigger">A trigger without faults, which is a time.</param>
    /// <param name="calendar">Its calendar; null where it has none.</param>
    /// <param name="made">When it is made.</param>
    public static string? Reason(JobTrigger trigger, JobCalendar? calendar, DateTimeOffset made)
    {
        if (TriggerForecast.First(trigger, calendar, made) is not null)
        {
            return null;
        }

        if (trigger.At is { } at)
        {
            return $"its time, {at.Replace('T', ' ')} ({trigger.TimeZone}), is in the past";
        }

        var zone = TriggerSchedules.Zone(trigger);
        var next = Due(trigger, made, zone);
        return next is null ? Due(trigger, DateTimeOffset.MinValue, zone) is null ? "its cron names no day that there is" : "all its times are in the past"
            : !TriggerSchedules.IsWithin(trigger, next.Value) || calendar is null ? $"no time of it is before its EndDate, {trigger.EndDate?.Replace('T', ' ')} ({trigger.TimeZone})"
            : string.Format(CultureInfo.InvariantCulture, "its calendar '{0}' leaves none of its days, as far as it tells them: until {1:yyyy-MM-dd}", calendar.Name, calendar.LastDate);
    }

    // The times that it names itself, whatever a calendar says.
    private static DateTimeOffset? Due(JobTrigger trigger, DateTimeOffset after, TimeZoneInfo zone)
    {
        var start = TriggerTime.Instant(trigger.StartDate, zone);
        return TriggerExpressions.Of(trigger).Select(expression => expression.Next(start > after ? start.Value.AddTicks(-1) : after, zone, start ?? after)).Where(time => time is not null).Min();
    }
}
