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
    /// <exception cref="CalendarException">The calendar does not tell the days until then.</exception>
    public static IEnumerable<PlannedRun> Of(string network, JobTrigger trigger, JobCalendar? calendar, DateTimeOffset origin, DateTimeOffset after, DateTimeOffset until)
    {
        var dropped = trigger.OnGap == TriggerGap.RunAfter ? Enumerable.Empty<PlannedRun>()
            : TriggerSchedules.Dropped(trigger, calendar, after, until)
                .Select(run => new PlannedRun(run.Instant, null, "", false, run.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + ", which daylight saving leaves out"));
        return TriggerForecast.Between(trigger, calendar, origin, after, until)
            .Select(due => new PlannedRun(due.Instant, due.BusinessDate, RunName(network, due.Instant), true, due.IsMended ? "daylight saving" : due.Reason))
            .Concat(dropped).OrderBy(run => run.DueTime);
    }

    private static string RunName(string network, DateTimeOffset due) => StartNetworkStateMachine.Name(network, due.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
}
