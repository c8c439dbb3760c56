namespace JobMgmt.Schedules;

/// <summary>
/// A schedule expression of EventBridge: <c>at(…)</c>, <c>rate(…)</c> or <c>cron(…)</c>
/// (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html).
/// </summary>
public abstract class ScheduleExpression
{
    private protected ScheduleExpression(string text) => Text = text;

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it names one time only.</summary>
    public virtual bool IsOneTime => false;

    /// <summary>The first time after an instant; null where there is none any more.</summary>
    /// <param name="after">The instant.</param>
    /// <param name="zone">The zone whose clock the expression means. A rate has no use for it: its day is 24 hours.</param>
    /// <param name="origin">A rate's first time, from which the others are counted; the other kinds have no use for it.</param>
    public abstract DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone, DateTimeOffset origin);

    /// <summary>Reads an expression as EventBridge Scheduler takes it.</summary>
    /// <exception cref="ScheduleSyntaxException">It is none.</exception>
    public static ScheduleExpression Parse(string text) =>
        Inner(text, "cron") is { } fields ? new CronExpression(text, fields)
        : Inner(text, "rate") is { } rate ? new RateExpression(text, rate)
        : Inner(text, "at") is { } time ? new AtExpression(text, time)
        : throw new ScheduleSyntaxException("", 1, $"'{text}' is no schedule expression.", "Write at(yyyy-mm-ddThh:mm:ss), rate(value unit) or cron(minute hour day-of-month month day-of-week year).");

    /// <summary>Reads an expression as the rules of an event bus take it: without at, and a rate's unit agrees with its number.</summary>
    /// <exception cref="ScheduleSyntaxException">It is none.</exception>
    public static ScheduleExpression ParseRule(string text) => Parse(text) switch
    {
        AtExpression => throw new ScheduleSyntaxException("", 1, "Rules take no at.", "Write rate(value unit) or cron(…), or make a schedule of EventBridge Scheduler."),
        RateExpression { Agrees: false } rate => throw new ScheduleSyntaxException(
            "unit", rate.UnitPosition, "The unit does not agree with the number.", "Rules take minute, hour or day after 1, and minutes, hours or days after other numbers."),
        var expression => expression,
    };

    private static string? Inner(string text, string kind) =>
        text.StartsWith(kind + "(", StringComparison.Ordinal) && text.EndsWith(")", StringComparison.Ordinal)
            ? text.Substring(kind.Length + 1, text.Length - kind.Length - 2)
            : null;
}
