using JobMgmt.Schedules;

namespace JobMgmt.Networks.Triggers;

/// <summary>When a trigger is due.</summary>
public static class TriggerForecast
{
    /// <summary>Its times after an instant, until another one (inclusive), in order, each once. Whether the trigger is on is not asked.</summary>
    /// <param name="trigger">A trigger without faults.</param>
    /// <param name="origin">When it was made: without a StartDate, a rate counts from then.</param>
    /// <param name="after">The instant.</param>
    /// <param name="until">The other one.</param>
    public static IEnumerable<DateTimeOffset> Between(JobTrigger trigger, DateTimeOffset origin, DateTimeOffset after, DateTimeOffset until)
    {
        var zone = TriggerSchedules.Zone(trigger);
        var start = TriggerTime.Instant(trigger.StartDate, zone);
        var expressions = TriggerExpressions.Of(trigger);
        var times = expressions.Select(expression => Times(expression, zone, start ?? origin, start is { } first && first > after ? first.AddTicks(-1) : after, until))
            .Append(TriggerSchedules.Mended(trigger, expressions, zone, after, until));
        return Merge(times).TakeWhile(time => TriggerSchedules.IsWithin(trigger, time));
    }

    /// <summary>The first time after an instant; null where there is none any more.</summary>
    public static DateTimeOffset? Next(JobTrigger trigger, DateTimeOffset origin, DateTimeOffset after)
    {
        // Mends are looked for only as far as the times of the expressions themselves go: the next of those is never far.
        var zone = TriggerSchedules.Zone(trigger);
        var start = TriggerTime.Instant(trigger.StartDate, zone);
        var from = start is { } first && first > after ? first.AddTicks(-1) : after;
        var next = TriggerExpressions.Of(trigger).Select(expression => expression.Next(from, zone, start ?? origin)).Where(time => time is not null).Min();
        return next is { } until ? Between(trigger, origin, after, until).Select(time => (DateTimeOffset?)time).FirstOrDefault() : null;
    }

    private static IEnumerable<DateTimeOffset> Times(ScheduleExpression expression, TimeZoneInfo zone, DateTimeOffset origin, DateTimeOffset after, DateTimeOffset until)
    {
        for (var time = expression.Next(after, zone, origin); time is { } due && due <= until; time = expression.Next(due, zone, origin))
        {
            yield return due;
        }
    }

    private static IEnumerable<DateTimeOffset> Merge(IEnumerable<IEnumerable<DateTimeOffset>> sorted)
    {
        var all = sorted.Select(times => times.GetEnumerator()).Where(times => times.MoveNext()).ToList();
        DateTimeOffset? last = null;
        while (all.Count > 0)
        {
            var first = all.OrderBy(times => times.Current).First();
            if (first.Current != last)
            {
                yield return first.Current;
            }

            last = first.Current;
            if (!first.MoveNext())
            {
                first.Dispose();
                all.Remove(first);
            }
        }
    }
}
