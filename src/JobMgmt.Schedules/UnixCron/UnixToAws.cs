using System.Globalization;

namespace JobMgmt.Schedules.UnixCron;

/// <summary>
/// A crontab line's time as AWS's cron expressions (minute, hour, day of the month, month, day of the week from 1 = SUN, year; one of the day fields is <c>?</c>). AWS can't say
/// "this day of the month or that day of the week" in one expression, so such a line takes two. They are due together on some days, where whoever starts something by them has to start it once.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based</remarks>
public static class UnixToAws
{
    /// <summary>The expressions, one or two.</summary>
    /// <exception cref="ScheduleSyntaxException">AWS has none for it, or it is never due.</exception>
    public static IReadOnlyList<string> Convert(UnixCronExpression unix)
    {
        var (days, weekdays) = (unix.DaysOfMonth, unix.DaysOfWeek);
        if (!HasDay(unix))
        {
            throw new ScheduleSyntaxException(
                days.Field.Name, 1, "The days of the month are in none of the months, so it is never due.", "Give a day that one of the months has.");
        }

        if (weekdays.IsFull)
        {
            // "1 * 0-6": every day of the week will do.
            return new[] { Write(unix, unix.EitherDay ? "*" : Days(days), "?") };
        }

        if (days.IsFull)
        {
            return new[] { unix.EitherDay ? Write(unix, "*", "?") : Write(unix, "?", Weekdays(weekdays)) };
        }

        return unix.EitherDay
            ? new[] { Write(unix, Days(days), "?"), Write(unix, "?", Weekdays(weekdays)) }
            : throw new ScheduleSyntaxException(
                (days.BeginsWithStar ? days : weekdays).Field.Name,
                1,
                "A step after * in one day field makes cron take only days that both day fields name; AWS's cron has no word for that.",
                "Write the days of one field as a list, or ask for the other one in the job.");
    }

    private static bool HasDay(UnixCronExpression unix) => unix.EitherDay
        || unix.Months.All.Any(month => unix.DaysOfMonth.All[0] <= DateTime.DaysInMonth(2024, month)); // a leap year

    private static string Write(UnixCronExpression unix, string days, string weekdays) =>
        $"cron({Field(unix.Minutes, Number)} {Field(unix.Hours, Number)} {days} {Field(unix.Months, Number)} {weekdays} *)";

    private static string Days(CronValues days) => Field(days, Number);

    private static string Weekdays(CronValues days) => Field(days, day => CronField.DayOfWeek.Names[day]);

    /// <summary>The shortest of <c>*</c>, a step through all, and a list of values and ranges.</summary>
    private static string Field(CronValues values, Func<int, string> name)
    {
        if (values.IsFull)
        {
            return "*";
        }

        var all = values.All;
        var isDayOfWeek = values.Field == CronField.DayOfWeek;
        if (all.Count > 2 && !isDayOfWeek && all[1] - all[0] is > 1 and var step && all[0] < values.Field.Least + step
            && Enumerable.Range(0, all.Count).All(i => all[i] == all[0] + (i * step)) && all[all.Count - 1] + step > values.Field.Most)
        {
            return $"{name(all[0])}/{Number(step)}";
        }

        var parts = new List<string>();
        for (var i = 0; i < all.Count;)
        {
            var last = i;
            while (last + 1 < all.Count && all[last + 1] == all[last] + 1)
            {
                last++;
            }

            parts.Add(last > i + 1 ? $"{name(all[i])}-{name(all[last])}" : name(all[i]));
            i = last > i + 1 ? last + 1 : i + 1;
        }

        return string.Join(",", parts);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
