namespace JobMgmt.Schedules.UnixCron;

/// <summary>
/// The time of a crontab line: five fields (minute, hour, day of the month, month, day of the week) or <c>@daily</c> and the like, as Vixie cron takes them (crontab(5)).
/// </summary>
public sealed class UnixCronExpression
{
    private static readonly Dictionary<string, string> Macros = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    private UnixCronExpression(CronValues[] fields)
    {
        (Minutes, Hours, DaysOfMonth, Months, DaysOfWeek) = (fields[0], fields[1], fields[2], fields[3], fields[4]);
    }

    /// <summary>Where both day fields say something, cron takes a day that either of them names; where one of them begins with <c>*</c>, a day that both name.</summary>
    internal bool EitherDay => !DaysOfMonth.BeginsWithStar && !DaysOfWeek.BeginsWithStar;

    /// <summary>Whether its minute or its hour begins with <c>*</c>. When the clock is set, cron goes by what it shows for such a line, and makes up for any other.</summary>
    public bool GoesByTheClock => Minutes.BeginsWithStar || Hours.BeginsWithStar;

    /// <summary>Whether it is due in every hour, at the same minutes of each.</summary>
    public bool IsOfEveryHour => Hours.IsFull && Months.IsFull && (EitherDay ? DaysOfMonth.IsFull || DaysOfWeek.IsFull : DaysOfMonth.IsFull && DaysOfWeek.IsFull);

    internal CronValues Minutes { get; }

    internal CronValues Hours { get; }

    internal CronValues DaysOfMonth { get; }

    internal CronValues Months { get; }

    internal CronValues DaysOfWeek { get; }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="ScheduleSyntaxException">It is none.</exception>
    public static UnixCronExpression Parse(string text)
    {
        var trimmed = text.Trim(' ', '\t');
        if (trimmed.StartsWith("@", StringComparison.Ordinal))
        {
            return Macros.TryGetValue(trimmed, out var fields) ? Parse(fields) : throw new ScheduleSyntaxException(
                "",
                1,
                string.Equals(trimmed, "@reboot", StringComparison.OrdinalIgnoreCase) ? "@reboot is no time: it is due when the machine starts." : $"'{trimmed}' is not known.",
                $"Write five fields, or one of {string.Join(", ", Macros.Keys)}.");
        }

        var words = Words(text).ToArray();
        var all = new[] { CronField.Minute, CronField.Hour, CronField.DayOfMonth, CronField.Month, CronField.DayOfWeek };
        if (words.Length != all.Length)
        {
            throw new ScheduleSyntaxException(
                "", words.Length > all.Length ? words[all.Length].At + 1 : text.Length + 1, $"The line has {words.Length} {(words.Length == 1 ? "field" : "fields")}; cron takes 5.", "Write minute, hour, day of the month, month and day of the week, such as 30 3 * * MON-FRI.");
        }

        return new UnixCronExpression(all.Select((field, i) => new CronFieldReader(field, words[i].Text, words[i].At + 1).Read()).ToArray());
    }

    /// <summary>Whether it is due at a local time, to the minute.</summary>
    public bool IsDue(DateTime local)
    {
        var (day, weekday) = (DaysOfMonth.Has(local.Day), DaysOfWeek.Has((int)local.DayOfWeek));
        return Minutes.Has(local.Minute) && Hours.Has(local.Hour) && Months.Has(local.Month) && (EitherDay ? day || weekday : day && weekday);
    }

    private static IEnumerable<(string Text, int At)> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && text[at] is not (' ' or '\t'))
            {
                at++;
            }

            if (at > start)
            {
                yield return (text.Substring(start, at - start), start);
            }
            else
            {
                at++;
            }
        }
    }
}
