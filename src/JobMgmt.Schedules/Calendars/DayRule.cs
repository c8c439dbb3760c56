namespace JobMgmt.Schedules.Calendars;

/// <summary>
/// Which business days a trigger runs on: those that its cron names, where a closed one is left out or moves to an open day beside it, or business days of the month by their number.
/// </summary>
public sealed record DayRule
{
    private const int MostBusinessDays = 31;

    /// <summary>What becomes of a due day that is closed.</summary>
    public CalendarShift Shift { get; init; }

    /// <summary>The numbers of business days: 1 is the first of the month, -1 the last, -4 the one three business days before the last. Null: the days that the cron names.</summary>
    public IReadOnlyList<int>? BusinessDays { get; init; }

    /// <summary>The days that the cron names; with <see cref="BusinessDays"/> only its years and months.</summary>
    public required DueDays Due { get; init; }

    /// <summary>
    /// The cron of the schedule: the times of the trigger's cron, every day. The gate chooses the days, since a schedule can't know which days are open, nor that a day is a business day until 06:00.
    /// </summary>
    public required string DailyCron { get; init; }

    /// <summary>The rule of a trigger.</summary>
    /// <param name="cron">Its cron, as AWS writes it: <c>cron(0 21 25 * ? *)</c>.</param>
    /// <param name="shift">What becomes of a due day that is closed.</param>
    /// <param name="businessDays">The numbers of business days, in place of days that the cron names.</param>
    /// <exception cref="ScheduleSyntaxException">The text is no cron, or the rule can't be kept.</exception>
    public static DayRule Of(string cron, CalendarShift shift = CalendarShift.None, IReadOnlyList<int>? businessDays = null)
    {
        if (ScheduleExpression.Parse(cron) is not CronExpression expression)
        {
            throw new ScheduleSyntaxException("", 1, "A calendar goes with a cron: rate and at do not name days.", "Give a cron, such as cron(0 21 * * ? *).");
        }

        var due = expression.Days();
        if (businessDays is null)
        {
            return new DayRule { Shift = shift, Due = due, DailyCron = expression.Daily };
        }

        foreach (var number in businessDays.Where(n => n is 0 or < -MostBusinessDays or > MostBusinessDays))
        {
            throw new ScheduleSyntaxException(
                "BusinessDay", 1, FormattableString.Invariant($"{number} is no business day of a month."), "Give 1 for the first, -1 for the last, -4 for the one three business days before it; 31 at most.");
        }

        if (shift != CalendarShift.None)
        {
            throw new ScheduleSyntaxException("Shift", 1, "A business day is never closed, so it can't move.", "Leave Shift out, or BusinessDay.");
        }

        return due.NamesDays
            ? throw new ScheduleSyntaxException("day-of-month", 6, "Both the cron and BusinessDay choose days of the month.", "Write * for the day of the month and ? for the day of the week, as in cron(0 21 * * ? *).")
            : new DayRule { BusinessDays = businessDays.Distinct().OrderBy(n => n).ToArray(), Due = due, DailyCron = expression.Daily };
    }
}
