using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>The runs to come of a trigger.</summary>
internal static class JobForecastList
{
    /// <summary>The runs of several triggers in the order of their times. What is due with another trigger of its network starts no run of its own, and says so.</summary>
    public static IEnumerable<JobForecast> Together(IEnumerable<JobForecast> runs)
    {
        var first = new Dictionary<string, JobForecast>(StringComparer.Ordinal);
        foreach (JobForecast run in runs.OrderBy(run => run.DueTime).ThenBy(run => run.NetworkName, StringComparer.OrdinalIgnoreCase).ThenBy(run => run.TriggerName, StringComparer.OrdinalIgnoreCase))
        {
            if (run.ExecutionName is { } name && first.TryGetValue(name, out JobForecast? other))
            {
                string shared = $"one run with {other.TriggerName}";
                yield return run with { Note = run.Note is null ? shared : $"{run.Note}; {shared}" };
                continue;
            }

            if (run.ExecutionName is not null)
            {
                first.Add(run.ExecutionName, run);
            }

            yield return run;
        }
    }

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
