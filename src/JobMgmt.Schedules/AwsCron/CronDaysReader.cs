namespace JobMgmt.Schedules.AwsCron;

/// <summary>Reads the two day fields. What has L, W or # stands alone in its field, as EventBridge's documentation asks.</summary>
internal static class CronDaysReader
{
    public static CronDays Read(CronPart ofMonth, CronPart ofWeek) => (ofMonth.Text, ofWeek.Text) switch
    {
        ("?", "?") => throw new ScheduleSyntaxException(CronFieldRange.DayOfMonth.Name, ofMonth.Position, "Both day fields are '?'.", "Write * in one of them."),
        (_, "?") => OfMonth(ofMonth),
        ("?", _) => OfWeek(ofWeek),
        _ => throw new ScheduleSyntaxException(CronFieldRange.DayOfWeek.Name, ofWeek.Position, "AWS's cron does not take both day fields.", "Write ? in one of them."),
    };

    private static CronDays OfMonth(CronPart part)
    {
        var reader = new CronFieldReader(CronFieldRange.DayOfMonth, part);
        return part.Text.ToUpperInvariant() switch
        {
            "L" => new CronDays.LastDay(),
            "LW" => new CronDays.NearestWeekday(null),
            var upper when upper.EndsWith("W", StringComparison.Ordinal) => new CronDays.NearestWeekday(reader.Number(part.Cut(0, upper.Length - 1))),
            _ => new CronDays.DaysOfMonth(reader.Read()),
        };
    }

    private static CronDays OfWeek(CronPart part)
    {
        var (text, range) = (part.Text, CronFieldRange.DayOfWeek);
        var reader = new CronFieldReader(range, part);
        if (text.IndexOf('#') is >= 0 and var mark)
        {
            return new CronDays.NthDayOfWeek(reader.Number(part.Cut(0, mark)), Week(part.Cut(mark + 1, text.Length - mark - 1)));
        }

        if (!text.EndsWith("L", StringComparison.OrdinalIgnoreCase))
        {
            return new CronDays.DaysOfWeek(reader.Read());
        }

        if (text.Length > 1)
        {
            return new CronDays.LastDayOfWeek(reader.Number(part.Cut(0, text.Length - 1)));
        }

        var saturday = new CronField(range.Least, range.Most);
        saturday.Add(range.Most); // the last day of the week
        return new CronDays.DaysOfWeek(saturday);
    }

    private static int Week(CronPart week) =>
        week.Text.Length == 1 && week.Text[0] is >= '1' and <= '5'
            ? week.Text[0] - '0'
            : throw new ScheduleSyntaxException(CronFieldRange.DayOfWeek.Name, week.Position, $"'{week.Text}' is no week of a month.", "Write 1 to 5 behind #, and nothing else in the field.");
}
