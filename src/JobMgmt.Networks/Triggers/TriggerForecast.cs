using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Triggers;

/// <summary>When a trigger is due.</summary>
public static class TriggerForecast
{
    private const int MostTries = 10_000;

    /// <summary>Its times after an instant, until another one (inclusive), in order, each once. Whether the trigger is on is not asked.</summary>
    /// <param name="trigger">A trigger without faults.</param>
    /// <param name="calendar">Its calendar; null where it has none.</param>
    /// <param name="origin">When it was made: without a StartDate, a rate counts from then.</param>
    /// <param name="after">The instant.</param>
    /// <param name="until">The other one.</param>
    /// <exception cref="CalendarException">The calendar does not tell the days until then.</exception>
    public static IEnumerable<DueTime> Between(JobTrigger trigger, JobCalendar? calendar, DateTimeOffset origin, DateTimeOffset after, DateTimeOffset until)
    {
        var zone = TriggerSchedules.Zone(trigger);
        var start = TriggerTime.Instant(trigger.StartDate, zone);
        var from = start is { } first && first > after ? first.AddTicks(-1) : after;
        var times = TriggerExpressions.WithRules(trigger).SelectMany(one => new[]
        {
            Decided(Times(one.Expression, zone, start ?? origin, from, until), one.Rule, calendar, isMended: false),
            Decided(TriggerSchedules.Mended(trigger, one.Expression, zone, after, until), one.Rule, calendar, isMended: true),
        });
        return Merge(times).TakeWhile(time => TriggerSchedules.IsWithin(trigger, time.Instant));
    }

    /// <summary>The first time after an instant; null where there is none any more, or the calendar does not tell it.</summary>
    public static DateTimeOffset? Next(JobTrigger trigger, JobCalendar? calendar, DateTimeOffset origin, DateTimeOffset after)
    {
        // Mends are looked for only as far as the next time of the expressions themselves, which is never far; with a calendar further times follow it.
        var zone = TriggerSchedules.Zone(trigger);
        var start = TriggerTime.Instant(trigger.StartDate, zone);
        var expressions = TriggerExpressions.WithRules(trigger).Select(one => one.Expression).ToArray();
        var from = after;
        for (var i = 0; i < MostTries; i++)
        {
            var begin = start is { } first && first > from ? first.AddTicks(-1) : from;
            if (expressions.Select(expression => expression.Next(begin, zone, start ?? origin)).Where(time => time is not null).Min() is not { } until || !TriggerSchedules.IsWithin(trigger, until))
            {
                return null;
            }

            try
            {
                if (Between(trigger, calendar, origin, from, until).FirstOrDefault() is { } next)
                {
                    return next.Instant;
                }
            }
            catch (CalendarException)
            {
                return null;
            }

            from = until;
        }

        return null;
    }

    /// <summary>The first time of a trigger that is made at an instant; null where there is none, or the calendar does not tell it.</summary>
    public static DateTimeOffset? First(JobTrigger trigger, JobCalendar? calendar, DateTimeOffset made) =>
        Next(trigger, calendar, made, trigger.At is null ? made : AtExpression.TakenFrom(made));

    private static IEnumerable<DateTimeOffset> Times(ScheduleExpression expression, TimeZoneInfo zone, DateTimeOffset origin, DateTimeOffset after, DateTimeOffset until)
    {
        for (var time = expression.Next(after, zone, origin); time is { } due && due <= until; time = expression.Next(due, zone, origin))
        {
            yield return due;
        }
    }

    private static IEnumerable<DueTime> Decided(IEnumerable<DateTimeOffset> times, DayRule? rule, JobCalendar? calendar, bool isMended)
    {
        foreach (var time in times)
        {
            var decision = rule is null || calendar is null ? null : CalendarGate.Decide(calendar, rule, time);
            if (decision?.Runs ?? true)
            {
                yield return new DueTime(time, decision?.BusinessDate, decision is null or { Reason: "due" } ? null : decision.Reason, isMended);
            }
        }
    }

    private static IEnumerable<DueTime> Merge(IEnumerable<IEnumerable<DueTime>> sorted)
    {
        var all = sorted.Select(times => times.GetEnumerator()).Where(times => times.MoveNext()).ToList();
        DateTimeOffset? last = null;
        while (all.Count > 0)
        {
            var first = all.OrderBy(times => times.Current.Instant).First();
            if (first.Current.Instant != last)
            {
                yield return first.Current;
            }

            last = first.Current.Instant;
            if (!first.MoveNext())
            {
                first.Dispose();
                all.Remove(first);
            }
        }
    }
}
