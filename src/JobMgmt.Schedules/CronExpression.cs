using JobMgmt.Schedules.AwsCron;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Schedules;

/// <summary>
/// <c>cron(minute hour day-of-month month day-of-week year)</c>, by the zone's clock. A time that the clock leaves out in spring is left out; one that it shows twice in
/// autumn counts once, the first time.
/// </summary>
public sealed class CronExpression : ScheduleExpression
{
    private const int Fields = 6;
    private const int Position = 6; // behind "cron("
    private const int LastYear = 2199;
    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _months;
    private readonly CronField _years;
    private readonly CronDays _days;
    private readonly List<CronPart> _parts;

    internal CronExpression(string text, string fields)
        : base(text)
    {
        var parts = CronPart.Split(fields, Position);
        if (parts.Count != Fields || fields[0] == ' ' || fields[fields.Length - 1] == ' ')
        {
            throw new ScheduleSyntaxException(
                "", Position, $"AWS's cron has six fields with spaces between them; here are {parts.Count}.", "Write minute, hour, day-of-month, month, day-of-week and year, such as 30 3 ? * MON-FRI *.");
        }

        _parts = parts;
        _minutes = new CronFieldReader(CronFieldRange.Minute, parts[0]).Read();
        _hours = new CronFieldReader(CronFieldRange.Hour, parts[1]).Read();
        _days = CronDaysReader.Read(parts[2], parts[4]);
        _months = new CronFieldReader(CronFieldRange.Month, parts[3]).Read();
        _years = new CronFieldReader(CronFieldRange.Year, parts[5]).Read();
    }

    /// <summary>The same times, on every day.</summary>
    internal string Daily => $"cron({_parts[0].Text} {_parts[1].Text} * * ? *)";

    /// <summary>The days that it names, as data.</summary>
    /// <exception cref="ScheduleSyntaxException">It asks for the nearest weekday, which is not a calendar's.</exception>
    internal DueDays Days() => (_days.Data ?? throw new ScheduleSyntaxException(
            CronFieldRange.DayOfMonth.Name,
            _parts[2].Position,
            $"'{_parts[2].Text}' asks for the nearest weekday, which knows no holidays, so it does not go with a calendar.",
            "Name the day and let it move, with -Shift Next or Previous, or take -BusinessDay -1 for the last business day of the month.")) with
    {
        Months = _months.IsFull ? null : _months.From(1).ToArray(),
        Years = _years.IsFull ? null : _years.From(0).ToArray(),
    };

    /// <inheritdoc/>
    public override DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone, DateTimeOffset origin)
    {
        var shown = WallClock.At(after, zone);
        foreach (var time in Times(shown))
        {
            if (WallClock.FirstInstant(time, zone) is { } instant && instant > after)
            {
                return instant;
            }
        }

        return null;
    }

    /// <summary>The clock's times that it names, after one.</summary>
    internal IEnumerable<DateTime> Times(DateTime after)
    {
        if (after.Year > LastYear)
        {
            yield break;
        }

        var from = after.AddTicks(TimeSpan.TicksPerMinute - (after.Ticks % TimeSpan.TicksPerMinute));
        foreach (var day in Days(from.Date))
        {
            var least = day == from.Date ? from : day;
            foreach (var hour in _hours.From(least.Hour))
            {
                foreach (var minute in _minutes.From(hour == least.Hour && day == from.Date ? least.Minute : 0))
                {
                    yield return day.AddMinutes((hour * 60) + minute);
                }
            }
        }
    }

    private IEnumerable<DateTime> Days(DateTime from)
    {
        foreach (var year in _years.From(from.Year))
        {
            foreach (var month in _months.From(year == from.Year ? from.Month : 1))
            {
                var least = year == from.Year && month == from.Month ? from.Day : 1;
                foreach (var day in _days.Of(year, month).From(least))
                {
                    yield return new DateTime(year, month, day);
                }
            }
        }
    }
}
