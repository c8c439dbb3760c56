using System.Globalization;
using JobMgmt.Networks.Stack;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Triggers;

/// <summary>A run that a trigger will start, or that daylight saving makes Scheduler drop.</summary>
/// <param name="DueTime">When it is due; of a dropped one, when the clock is set.</param>
/// <param name="BusinessDate">The business date by its calendar; null without one.</param>
/// <param name="Name">The name that its execution has.</param>
/// <param name="Starts">Whether it starts.</param>
/// <param name="Note">What is particular about it; null: nothing.</param>
public sealed record PlannedRun(DateTimeOffset DueTime, DateTime? BusinessDate, string Name, bool Starts, string? Note)
{
    /// <summary>The runs of a trigger after an instant, until another one (inclusive).</summary>
    /// <param name="network">The network.</param>
    /// <param name="trigger">The trigger, which has no faults.</param>
    /// <param name="calendar">Its calendar; null where it has none.</param>
    /// <param name="origin">When it was made.</param>
    /// <param name="after">The instant.</param>
    /// <param name="until">The other one.</param>
    /// <param name="isMended">Whether the trigger's schedules mend daylight saving at an instant where it wants that; null: they do always.</param>
    /// <exception cref="CalendarException">The calendar does not tell the days until then.</exception>
    public static IEnumerable<PlannedRun> Of(
        string network, JobTrigger trigger, JobCalendar? calendar, DateTimeOffset origin, DateTimeOffset after, DateTimeOffset until, Func<DateTimeOffset, bool>? isMended = null)
    {
        bool Starts(DateTimeOffset instant) => isMended is null || isMended(instant);
        var dropped = TriggerSchedules.Dropped(trigger, calendar, after, until).Where(run => trigger.OnGap != TriggerGap.RunAfter || !Starts(run.Instant))
            .Select(run => NotStarting(run.Instant, run.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + ", which daylight saving leaves out"));
        return TriggerForecast.Between(trigger, calendar, origin, after, until)
            .Select(due => !due.IsMended || Starts(due.Instant) ? new PlannedRun(due.Instant, due.BusinessDate, NameOf(network, due.Instant), true, due.IsMended ? "daylight saving" : due.Reason)
                : IsRepeated(trigger, due.Instant) ? NotStarting(due.Instant, TimeZoneInfo.ConvertTime(due.Instant, TriggerSchedules.Zone(trigger)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + ", which daylight saving repeats")
                : null)
            .OfType<PlannedRun>().Concat(dropped).OrderBy(run => run.DueTime);
    }

    /// <summary>The name of the execution of a network that is due at an instant.</summary>
    public static string NameOf(string network, DateTimeOffset due) => StartNetworkStateMachine.Name(network, due.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    private static PlannedRun NotStarting(DateTimeOffset instant, string note) => new(instant, null, "", false, note);

    // What is left out starts when the clock is set forward, what is repeated after it was set back.
    private static bool IsRepeated(JobTrigger trigger, DateTimeOffset instant) =>
        TriggerSchedules.Zone(trigger) is var zone && zone.GetUtcOffset(instant.AddTicks(-1)) >= zone.GetUtcOffset(instant);
}
