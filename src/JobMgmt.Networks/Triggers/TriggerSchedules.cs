using System.Globalization;
using JobMgmt.Networks.Calendars;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Stack;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;
using JobMgmt.Schedules.DaylightSaving;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Triggers;

/// <summary>
/// The schedules that a trigger needs. Each carries the whole trigger in what it gives to StartNetwork, so that triggers are read back from their schedules and nothing else has to keep them.
/// </summary>
public static class TriggerSchedules
{
    // What daylight saving leaves out or repeats is mended by schedules of one time each, for as long ahead; whoever sets the trigger again has them made again.
    private const int YearsAhead = 5;

    // A schedule's name has 64 characters: the network's, the trigger's (32) and a number with a dot before each.
    private const int MaxNetwork = 27;
    // from which on the first time of a day is found
    private static readonly DateTimeOffset _someMidnight = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Due = "<aws.scheduler.scheduled-time>";

    /// <summary>The schedules, in the order of their numbers.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="trigger">The trigger, which has no faults.</param>
    /// <param name="now">From when on daylight saving is looked at.</param>
    public static IReadOnlyList<TriggerSchedule> Of(string network, JobTrigger trigger, DateTimeOffset now)
    {
        var zone = Zone(trigger);
        var given = Given(network, trigger).With("DueTime", Due);
        var schedules = TriggerExpressions.WithRules(trigger)
            .SelectMany(one => new[] { (one.Expression.Text, trigger.TimeZone, one.Rule) }
                .Concat(Mends(trigger, one.Expression, zone, now).Select(at => ($"at({TriggerTime.Write(at.UtcDateTime)})", "UTC", one.Rule))))
            .Select(one => (one.Item1, one.Item2, Input: one.Rule is null ? given : given.With("Rule", DayRuleJson.Write(one.Rule))))
            .Concat(Looks(trigger, zone, given, now)).Distinct();
        return schedules.Select((schedule, i) => new TriggerSchedule(Name(network, trigger.Name, i + 1), schedule.Item1, schedule.Item2, schedule.Input)
        {
            StartDate = StartDate(trigger, schedule.Item1, zone, now),
            EndDate = IsOneTime(schedule.Item1) ? null : TriggerTime.Instant(trigger.EndDate, zone),
            FlexibleMinutes = trigger.FlexibleWindow / 60,
        }).ToArray();
    }

    /// <summary>Until when a trigger that is set at an instant is mended for daylight saving.</summary>
    public static DateTimeOffset MendedUntil(DateTimeOffset set) => set.AddYears(YearsAhead);

    /// <summary>The instant of a schedule that mends daylight saving; null: the expression is not of such a one.</summary>
    public static DateTimeOffset? MendOf(JobTrigger trigger, string expression) =>
        trigger.Cron is not null && expression.StartsWith("at(", StringComparison.Ordinal) ? ScheduleExpression.Parse(expression).Next(DateTimeOffset.MinValue, TimeZoneInfo.Utc, DateTimeOffset.MinValue) : null;

    /// <summary>The first instant, after one and until another, at which a trigger would start if its schedules mended daylight saving so far; null: they do.</summary>
    /// <param name="trigger">The trigger, which has no faults.</param>
    /// <param name="mends">The instants of the schedules that mend it.</param>
    /// <param name="from">The one.</param>
    /// <param name="until">The other.</param>
    public static DateTimeOffset? FirstUnmended(JobTrigger trigger, ICollection<DateTimeOffset> mends, DateTimeOffset from, DateTimeOffset until) =>
        TriggerExpressions.WithRules(trigger).SelectMany(one => Mended(trigger, one.Expression, Zone(trigger), from, until)).Where(instant => !mends.Contains(instant))
            .OrderBy(instant => instant).Select(instant => (DateTimeOffset?)instant).FirstOrDefault();

    // Scheduler refuses a date of more than 5 minutes ago, and one-time schedules have no use for any. A cron does without a date that has passed; a rate is counted from its date, and without
    // one begins at once, so that it is given the next of its times. (Where that is behind the end, it is never due, and refused; only turned off it may do without.)
    private static DateTimeOffset? StartDate(JobTrigger trigger, string expression, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (IsOneTime(expression) || TriggerTime.Instant(trigger.StartDate, zone) is not { } start)
        {
            return null;
        }

        if (start > now || ScheduleExpression.Parse(expression) is not RateExpression rate)
        {
            return start > now ? start : null;
        }

        var next = rate.Next(now, zone, start);
        return trigger.Disabled && next > TriggerTime.Instant(trigger.EndDate, zone) ? null : next;
    }

    private static bool IsOneTime(string expression) => expression.StartsWith("at(", StringComparison.Ordinal);

    /// <summary>What the names of all schedules of a network begin with. Another network's may too; <see cref="TryRead"/> says whose a schedule is.</summary>
    public static string Lead(string network)
    {
        var plain = new string(network.Select(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-' ? c : '-').ToArray());
        return (plain == network && network.Length <= MaxNetwork ? network : ShortName.Cut(plain, MaxNetwork, network)) + ".";
    }

    /// <summary>What the names of all schedules of a trigger begin with.</summary>
    public static string Lead(string network, string trigger) => $"{Lead(network)}{trigger}.";

    /// <summary>Reads the trigger that a schedule is of, from its target's input; false: it is of none.</summary>
    public static bool TryRead(string? input, out string network, out JobTrigger trigger)
    {
        (network, trigger) = ("", new JobTrigger());
        if (input is null || !JsonValue.TryParse(input, out var value) || value is not JsonObject members
            || members["NetworkName"] is not JsonString name || members["Trigger"] is not JsonObject definition || TriggerFile.Read(definition) is not { } read)
        {
            return false;
        }

        (network, trigger) = (name.Value, read);
        return true;
    }

    /// <summary>The first run that daylight saving makes Scheduler drop within a year, as far as the trigger's calendar tells; null where it drops none.</summary>
    public static DateTime? FirstDropped(JobTrigger trigger, JobCalendar? calendar, DateTimeOffset now)
    {
        if (trigger.OnGap != TriggerGap.Skip || trigger.Disabled)
        {
            return null;
        }

        try
        {
            return Dropped(trigger, calendar, now, now.AddYears(1)).Select(run => (DateTime?)run.Time).FirstOrDefault();
        }
        catch (CalendarException)
        {
            return null;
        }
    }

    /// <summary>The runs that daylight saving leaves out after an instant, until another one (inclusive): when the clock is set, and the time that it does not show.</summary>
    /// <exception cref="CalendarException">The calendar does not tell the days until then.</exception>
    internal static IEnumerable<(DateTimeOffset Instant, DateTime Time)> Dropped(JobTrigger trigger, JobCalendar? calendar, DateTimeOffset after, DateTimeOffset until) =>
        from change in ZoneChanges.Between(Zone(trigger), after, until)
        where change.IsGap && IsWithin(trigger, change.Instant)
        from one in TriggerExpressions.WithRules(trigger)
        let cron = one.Expression as CronExpression
        where cron is not null && (one.Rule is null || calendar is null || CalendarGate.Decide(calendar, one.Rule, change.Instant).Runs)
        from time in ClockChangeTimes.LeftOut(cron, change)
        select (change.Instant, time);

    internal static TimeZoneInfo Zone(JobTrigger trigger) => ScheduleZone.Find(trigger.TimeZone) ?? TimeZoneInfo.Utc;

    internal static bool IsWithin(JobTrigger trigger, DateTimeOffset instant) =>
        !(TriggerTime.Instant(trigger.StartDate, Zone(trigger)) > instant) && !(TriggerTime.Instant(trigger.EndDate, Zone(trigger)) < instant);

    /// <summary>The instants that Scheduler would pass over, as the trigger's OnGap and OnRepeat want them, after one instant and until another.</summary>
    internal static IEnumerable<DateTimeOffset> Mended(JobTrigger trigger, ScheduleExpression expression, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        if (expression is not CronExpression cron || (trigger.OnGap == TriggerGap.Skip && trigger.OnRepeat == TriggerRepeat.Once))
        {
            return Array.Empty<DateTimeOffset>();
        }

        // What is repeated comes after its change, which may be before the instant.
        return ZoneChanges.Between(zone, from.AddDays(-1), until)
            .SelectMany(change => change.IsGap
                ? trigger.OnGap == TriggerGap.RunAfter && ClockChangeTimes.LeftOut(cron, change).Count > 0 ? new[] { change.Instant } : Array.Empty<DateTimeOffset>()
                : trigger.OnRepeat == TriggerRepeat.Twice ? ClockChangeTimes.Again(cron, change) : Array.Empty<DateTimeOffset>())
            .Where(instant => instant > from && instant <= until && IsWithin(trigger, instant));
    }

    private static IEnumerable<DateTimeOffset> Mends(JobTrigger trigger, ScheduleExpression expression, TimeZoneInfo zone, DateTimeOffset now) =>
        Mended(trigger, expression, zone, now, MendedUntil(now));

    /// <summary>The first time of a day at which a cron is due; null where it is no usable cron, or never due.</summary>
    internal static TimeSpan? FirstTimeOfDay(JobTrigger trigger)
    {
        try
        {
            return TriggerExpressions.Of(trigger).Select(expression => expression.Next(_someMidnight.AddTicks(-1), TimeZoneInfo.Utc, _someMidnight)).Where(time => time is not null).Min(time => (TimeSpan?)time!.Value.TimeOfDay);
        }
        catch (ScheduleSyntaxException)
        {
            return null;
        }
    }

    /// <summary>Whether the days after those of a trigger can be said, for what is looked at behind midnight.</summary>
    internal static bool HasNextDays(JobTrigger trigger)
    {
        try
        {
            return TriggerExpressions.WithRules(trigger).All(one => NextDays.Of(one.Expression) is not null);
        }
        catch (ScheduleSyntaxException)
        {
            return true; // which is told of Cron
        }
    }

    // The looks whether a run has begun: on the days of the cron, or on every day, at the time of StartBy; on the days after them where that is the earlier time of day.
    private static IEnumerable<(string Expression, string TimeZone, JsonObject Input)> Looks(JobTrigger trigger, TimeZoneInfo zone, JsonObject given, DateTimeOffset now)
    {
        if (trigger.StartBy is not { } text || TriggerTime.ReadTimeOfDay(text) is not { } by)
        {
            return Array.Empty<(string, string, JsonObject)>();
        }

        if (trigger.Cron is null)
        {
            return new[]
            {
                (At(by, "cron(0 0 * * ? *)"), trigger.TimeZone, (trigger.Calendar is null ? given : given.With("Rule", DayRuleJson.Write(DayRule.Of("cron(0 0 * * ? *)")))).With(StartLookStates.Member, true)),
            };
        }

        var first = FirstTimeOfDay(trigger) ?? TimeSpan.Zero;
        var isNextDay = by <= first;
        var look = JsonObject.Of(
            ("Seconds", (int)(by - first + (isNextDay ? TimeSpan.FromDays(1) : TimeSpan.Zero)).TotalSeconds), ("Slack", ZoneChanges.Between(zone, now, now.AddYears(1)).Any() ? 3600 : 0));
        return TriggerExpressions.WithRules(trigger).Select(one => (
            At(by, isNextDay ? NextDays.Of(one.Expression)! : one.Expression.Text),
            trigger.TimeZone,
            (one.Rule is null ? given : given.With("Rule", DayRuleJson.Write(one.Rule))).With(StartLookStates.Member, look)));
    }

    private static string At(TimeSpan time, string cron) => string.Format(CultureInfo.InvariantCulture, "cron({0} {1} {2}", time.Minutes, time.Hours, cron.Split(new[] { ' ' }, 3)[2]);

    /// <summary>What StartNetwork is given beside the due time.</summary>
    internal static JsonObject Given(string network, JobTrigger trigger) => JsonObject.Of(
        ("NetworkName", network),
        ("Trigger", TriggerFile.Write(trigger)),
        ("Input", JsonObject.Of(("tags", Texts(trigger.Tag)), ("Parameters", trigger.Parameter is { Count: > 0 } ? Texts(trigger.Parameter) : null))));

    private static JsonObject Texts(IReadOnlyDictionary<string, string>? texts) => new((texts ?? new Dictionary<string, string>())
        .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new KeyValuePair<string, JsonValue>(pair.Key, pair.Value)));

    private static string Name(string network, string trigger, int number) => Lead(network, trigger) + number.ToString(CultureInfo.InvariantCulture);
}
