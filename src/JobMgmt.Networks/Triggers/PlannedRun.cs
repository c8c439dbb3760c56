using System.Globalization;
using JobMgmt.Networks.Stack;
using JobMgmt.Schedules;
using JobMgmt.Schedules.DaylightSaving;

namespace JobMgmt.Networks.Triggers;

/// <summary>A run that a trigger will start, or that daylight saving makes Scheduler drop.</summary>
/// <param name="DueTime">When it is due; of a dropped one, when the clock is set.</param>
/// <param name="Name">The name that its execution has.</param>
/// <param name="Starts">Whether it starts.</param>
/// <param name="Note">What is particular about it; null: nothing.</param>
public sealed record PlannedRun(DateTimeOffset DueTime, string Name, bool Starts, string? Note)
{
    /// <summary>The runs of a trigger after an instant, until another one (inclusive).</summary>
    public static IEnumerable<PlannedRun> Of(string network, JobTrigger trigger, DateTimeOffset origin, DateTimeOffset after, DateTimeOffset until)
    {
        var zone = TriggerSchedules.Zone(trigger);
        var expressions = TriggerExpressions.Of(trigger);
        var mended = new HashSet<DateTimeOffset>(TriggerSchedules.Mended(trigger, expressions, zone, after, until));
        var dropped = trigger.OnGap == TriggerGap.RunAfter ? Enumerable.Empty<PlannedRun>()
            : from change in ZoneChanges.Between(zone, after, until)
              where TriggerSchedules.IsWithin(trigger, change.Instant)
              from cron in expressions.OfType<CronExpression>()
              from time in ClockChangeTimes.LeftOut(cron, change)
              select new PlannedRun(change.Instant, "", false, time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + ", which daylight saving leaves out");
        return TriggerForecast.Between(trigger, origin, after, until).Select(time => new PlannedRun(time, RunName(network, time), true, mended.Contains(time) ? "daylight saving" : null))
            .Concat(dropped).OrderBy(run => run.DueTime);
    }

    private static string RunName(string network, DateTimeOffset due) => StartNetworkStateMachine.Name(network, due.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
}
