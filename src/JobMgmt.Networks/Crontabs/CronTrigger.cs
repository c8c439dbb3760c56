using System.Globalization;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Crontab;
using JobMgmt.Schedules.DaylightSaving;
using JobMgmt.Schedules.UnixCron;

namespace JobMgmt.Networks.Crontabs;

/// <summary>
/// A crontab's time as a trigger. When the clock is set, cron (Vixie's, and what came of it: cron(8)) treats lines in two ways. Those whose minute or hour begins with <c>*</c> go by what the clock
/// shows: they miss what it leaves out, and run again for what it shows again. All others run once: soon after the change for what is left out, and not again for what is repeated.
/// </summary>
internal static class CronTrigger
{
    private const string Name = "cron";
    private const int YearsAhead = 5;
    private const int MostMinutes = 1440;

    internal static (JobTrigger Trigger, IReadOnlyList<string> Notes) Of(CrontabEntry entry, CrontabOptions options)
    {
        var notes = new List<string>();
        var zone = options.TimeZone;
        if (entry.Variable("CRON_TZ") is { Length: > 0 } own)
        {
            zone = own;
            notes.Add($"CRON_TZ, {own}, is its time zone, as cronie has it; Debian's cron passes over CRON_TZ.");
        }

        var cron = UnixCronExpression.Parse(entry.Time);
        var trigger = new JobTrigger { Name = Name, Cron = entry.Time, TimeZone = zone };
        if (entry.Variable("RANDOM_DELAY")?.Trim() is { Length: > 0 } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var delay))
            {
                notes.Add($"RANDOM_DELAY, {text}, is no number of minutes: it starts at its time.");
            }
            else if (delay > 0)
            {
                var minutes = Math.Min(delay, MostMinutes);
                trigger = trigger with { FlexibleWindow = minutes * 60 };
                notes.Add($"RANDOM_DELAY: EventBridge Scheduler starts it within {minutes.ToString(CultureInfo.InvariantCulture)} minutes after its time, as cronie does; Debian's cron passes over RANDOM_DELAY."
                    + (minutes == delay ? "" : $" It takes no more; the crontab has {text}."));
            }
        }

        if (ScheduleZone.Find(zone) is not { } clock)
        {
            return (trigger, notes); // which is a fault of the trigger
        }

        var changes = ZoneChanges.Between(clock, options.Now, options.Now.AddYears(YearsAhead)).ToArray();
        if (changes.Length == 0)
        {
            return (trigger, notes);
        }

        if (cron.GoesByTheClock && cron.IsOfEveryHour && changes.All(change => change.Before.Minutes == 0 && change.After.Minutes == 0))
        {
            // The same minutes of every hour: by UTC they are the same instants, and the clock need not be mended.
            return (trigger with { TimeZone = "UTC" }, notes);
        }

        if (cron.GoesByTheClock)
        {
            return (trigger with { OnRepeat = TriggerRepeat.Twice }, notes);
        }

        trigger = trigger with { OnGap = TriggerGap.RunAfter };
        notes.AddRange(Several(trigger, changes));
        return (trigger, notes);
    }

    // For times that are left out together cron starts the command one time each; a trigger is due once at an instant.
    private static IEnumerable<string> Several(JobTrigger trigger, ZoneChange[] changes)
    {
        IReadOnlyList<ScheduleExpression> expressions;
        try
        {
            expressions = TriggerExpressions.Of(trigger);
        }
        catch (ScheduleSyntaxException)
        {
            yield break; // which is a fault of the trigger
        }

        foreach (var change in changes.Where(change => change.IsGap))
        {
            var count = expressions.OfType<CronExpression>().SelectMany(cron => ClockChangeTimes.LeftOut(cron, change)).Distinct().Count();
            var isDue = expressions.Any(cron => cron.Next(change.Instant.AddTicks(-1), ScheduleZone.Find(trigger.TimeZone)!, change.Instant) == change.Instant);
            if (count > 0 && count + (isDue ? 1 : 0) > 1)
            {
                yield return string.Format(
                    CultureInfo.InvariantCulture, "On {0:yyyy-MM-dd}, when the clock is set forward, cron starts it {1} times in a row; here it starts once.", change.From, count + (isDue ? 1 : 0));
                yield break;
            }
        }
    }
}
