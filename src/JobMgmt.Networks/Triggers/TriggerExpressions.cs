using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;
using JobMgmt.Schedules.UnixCron;

namespace JobMgmt.Networks.Triggers;

/// <summary>A trigger's times as schedule expressions of AWS.</summary>
public static class TriggerExpressions
{
    private const int UnixFields = 5;

    /// <summary>The expressions: one, or two for a Unix cron with days of the month and of the week, which is due when either says so. Empty for a trigger without times.</summary>
    /// <exception cref="ScheduleSyntaxException">The text is none.</exception>
    public static IReadOnlyList<ScheduleExpression> Of(JobTrigger trigger) =>
        trigger.Cron is { } cron ? Cron(cron)
        : trigger.Rate is { } rate ? new[] { Parse("rate", rate) }
        : trigger.At is { } at ? new[] { Parse("at", at) }
        : Array.Empty<ScheduleExpression>();

    /// <summary>Which business days one of the expressions means, by the trigger's calendar; null for a trigger without one.</summary>
    /// <exception cref="ScheduleSyntaxException">It can't be told.</exception>
    internal static DayRule? Rule(JobTrigger trigger, ScheduleExpression expression) => trigger.Calendar is null ? null : DayRule.Of(expression.Text, trigger.Shift, trigger.BusinessDay);

    /// <summary>What the schedules are: with a calendar the times of each expression on every day, and the rule by which a day is chosen at its time.</summary>
    internal static IReadOnlyList<(ScheduleExpression Expression, DayRule? Rule)> WithRules(JobTrigger trigger) =>
        Of(trigger).Select(expression => Rule(trigger, expression) is { } rule ? (ScheduleExpression.Parse(rule.DailyCron), rule) : (expression, (DayRule?)null)).ToArray();

    private static readonly string[] _kinds = { "cron", "rate", "at" };

    private static ScheduleExpression[] Cron(string text) =>
        Other("cron", text) is { } other ? throw other :
        text.StartsWith("cron(", StringComparison.Ordinal) ? new[] { ScheduleExpression.Parse(text) }
        : text.TrimStart().StartsWith("@", StringComparison.Ordinal) || text.Split(new[] { ' ', '\t' }, StringSplitOptions.RemoveEmptyEntries).Length <= UnixFields
            ? UnixToAws.Convert(UnixCronExpression.Parse(text)).Select(ScheduleExpression.Parse).ToArray()
        : new[] { Parse("cron", text) };

    // An expression of AWS's that stands in another kind's place.
    private static ScheduleSyntaxException? Other(string kind, string text) =>
        _kinds.FirstOrDefault(one => one != kind && text.TrimStart().StartsWith(one + "(", StringComparison.Ordinal)) is { } other
            ? new ScheduleSyntaxException("", 1, $"This is a {other}, not a {kind}.", $"Give it as {char.ToUpperInvariant(other[0])}{other.Substring(1)}.")
            : null;

    // Positions are told in the user's text, which has no kind around it.
    private static ScheduleExpression Parse(string kind, string text)
    {
        if (Other(kind, text) is { } other)
        {
            throw other;
        }

        var around = text.StartsWith(kind + "(", StringComparison.Ordinal) && text.EndsWith(")", StringComparison.Ordinal);
        try
        {
            return ScheduleExpression.Parse(around ? text : $"{kind}({text})");
        }
        catch (ScheduleSyntaxException e) when (!around)
        {
            throw new ScheduleSyntaxException(e.Field, Math.Max(1, e.Position - kind.Length - 1), e.Fault, e.Fix);
        }
    }
}
