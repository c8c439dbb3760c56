using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Triggers;

/// <summary>When a trigger is due, to be asked of two triggers of one network: where both are due at once, they start one run.</summary>
/// <param name="Trigger">A trigger without faults, which is a time.</param>
/// <param name="Calendar">Its calendar; null where it has none.</param>
/// <param name="Origin">When it was made: without a StartDate, a rate counts from then.</param>
public sealed record TriggerTimes(JobTrigger Trigger, JobCalendar? Calendar, DateTimeOffset Origin)
{
    // The next times of the rarer trigger find what the two have in common: those of a daily one reach a weekly one, those of a weekly one the last day of a month.
    private const int Looks = 60;

    /// <summary>The first instant that is found within a year at which another trigger is due too; null where none is.</summary>
    public DateTimeOffset? FirstWith(TriggerTimes other, DateTimeOffset after) =>
        Next(after).Where(other.IsDue).Take(1).Concat(other.Next(after).Where(IsDue).Take(1)).OrderBy(time => time).Select(time => (DateTimeOffset?)time).FirstOrDefault();

    private IEnumerable<DateTimeOffset> Next(DateTimeOffset after)
    {
        var end = after.AddYears(1);
        for (var (i, time) = (0, TriggerForecast.Next(Trigger, Calendar, Origin, after)); i < Looks && time <= end; (i, time) = (i + 1, TriggerForecast.Next(Trigger, Calendar, Origin, time.Value)))
        {
            yield return time.Value;
        }
    }

    private bool IsDue(DateTimeOffset instant)
    {
        try
        {
            return TriggerForecast.Between(Trigger, Calendar, Origin, instant.AddTicks(-1), instant).Any();
        }
        catch (CalendarException)
        {
            return false;
        }
    }
}
