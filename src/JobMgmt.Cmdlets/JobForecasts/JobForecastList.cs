using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>The runs to come of a trigger.</summary>
internal static class JobForecastList
{
    /// <summary>The runs of several triggers in the order of their times, each with those that come after it. What is due with another trigger of its network starts no run of its own, and says so.</summary>
    /// <param name="runs">The runs that have times.</param>
    /// <param name="followers">The triggers that start after other networks, by these.</param>
    /// <param name="suspended">When a network is suspended.</param>
    public static IEnumerable<JobForecast> Together(IEnumerable<JobForecast> runs, ILookup<string, DeployedJobTrigger> followers, Func<string, IReadOnlyList<JobNetworkSuspension>> suspended)
    {
        var first = new Dictionary<string, JobForecast>(StringComparer.Ordinal);
        var ended = new Queue<JobForecast>();
        foreach (IGrouping<DateTimeOffset, JobForecast> due in runs
            .OrderBy(run => run.Instant).ThenBy(run => run.NetworkName, StringComparer.OrdinalIgnoreCase).ThenBy(run => run.TriggerName, StringComparer.OrdinalIgnoreCase).GroupBy(run => run.Instant))
        {
            foreach (JobForecast run in due)
            {
                yield return Take(run);
            }

            while (ended.Count > 0)
            {
                JobForecast before = ended.Dequeue();
                foreach (DeployedJobTrigger follower in followers[before.NetworkName])
                {
                    yield return Take(After(before, follower, suspended(follower.NetworkName).FirstOrDefault(one => one.Has(before.DueTime))));
                }
            }
        }

        JobForecast Take(JobForecast run)
        {
            if (run.ExecutionName is not { } name)
            {
                return run;
            }

            if (first.TryGetValue(name, out JobForecast? other))
            {
                string shared = $"one run with {other.TriggerName}";
                return run with { Note = run.Note is null ? shared : $"{run.Note}; {shared}" };
            }

            first.Add(name, run);
            ended.Enqueue(run);
            return run;
        }
    }

    private static JobForecast After(JobForecast before, DeployedJobTrigger follower, JobNetworkSuspension? suspension)
    {
        string ending = follower.Definition.OnlyIf switch { TriggerOnlyIf.Succeeded => ", if it succeeds", TriggerOnlyIf.Failed => ", if it fails", _ => "" };
        return new JobForecast
        {
            DueTime = before.DueTime,
            Instant = before.Instant,
            NetworkName = follower.NetworkName,
            TriggerName = follower.Name,
            Schedule = follower.Schedule,
            TimeZone = before.TimeZone,
            BusinessDate = before.BusinessDate,
            Status = suspension is null ? before.Status : JobForecastStatus.Held,
            Note = $"after {before.NetworkName}{ending}: no fixed time{(suspension is null ? "" : $"; {suspension}")}",
            After = before.NetworkName,
            ExecutionName = PlannedRun.NameOf(follower.NetworkName, before.Instant),
        };
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
        // As if it had been set otherwise it would have been set now.
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        bool isSupposed = definition.OnGap != trigger.Definition.OnGap || definition.OnRepeat != trigger.Definition.OnRepeat;
        bool IsMended(DateTimeOffset instant) => isSupposed ? instant <= TriggerSchedules.MendedUntil(now) : instant <= now || trigger.Mends.Contains(instant);
        foreach (PlannedRun run in PlannedRun.Of(trigger.NetworkName, definition, calendar, trigger.CreationTime is { } made ? new DateTimeOffset(made) : after, after, until, IsMended))
        {
            DateTime due = run.DueTime.LocalDateTime;
            JobNetworkSuspension? suspension = run.Starts ? suspensions.FirstOrDefault(one => one.Has(due)) : null;
            yield return new JobForecast
            {
                DueTime = due,
                Instant = run.DueTime,
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
