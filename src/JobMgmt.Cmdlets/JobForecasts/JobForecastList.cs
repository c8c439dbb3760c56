using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>The runs to come of a trigger.</summary>
internal static class JobForecastList
{
    /// <summary>The runs.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="definition">What it is taken for.</param>
    /// <param name="calendar">Its calendar; null where it has none.</param>
    /// <param name="suspensions">When its network is suspended.</param>
    /// <param name="after">From when on.</param>
    /// <param name="until">Until when.</param>
    /// <exception cref="CalendarException">The calendar does not tell the days until then.</exception>
    public static IEnumerable<JobForecast> Of(
        DeployedJobTrigger trigger, JobTrigger definition, JobCalendar? calendar, IReadOnlyList<JobNetworkSuspension> suspensions, DateTimeOffset after, DateTimeOffset until)
    {
        foreach (PlannedRun run in PlannedRun.Of(trigger.NetworkName, definition, calendar, trigger.CreationTime is { } made ? new DateTimeOffset(made) : after, after, until))
        {
            DateTime due = run.DueTime.LocalDateTime;
            JobNetworkSuspension? suspension = run.Starts ? suspensions.FirstOrDefault(one => one.Has(due)) : null;
            yield return new JobForecast
            {
                DueTime = due,
                NetworkName = trigger.NetworkName,
                TriggerName = trigger.Name,
                Schedule = trigger.Schedule,
                TimeZone = trigger.TimeZone!,
                BusinessDate = run.BusinessDate,
                Status = !run.Starts ? JobForecastStatus.Dropped : suspension is null ? JobForecastStatus.Planned : JobForecastStatus.Held,
                Note = suspension is null ? run.Note : run.Note is null ? suspension.ToString() : $"{run.Note}; {suspension}",
                ExecutionName = run.Starts ? run.Name : null,
            };
        }
    }
}
