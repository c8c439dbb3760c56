using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>What a change of a calendar does to planned runs.</summary>
internal static class CalendarEffect
{
    // Longer ahead nobody counts on a run; a year and a month shows every holiday once.
    private static readonly TimeSpan _ahead = TimeSpan.FromDays(400);

    /// <summary>The runs of the triggers with the calendar that are due otherwise than before, from an instant on.</summary>
    public static IReadOnlyList<JobForecastChange> Find(IEnumerable<DeployedJobTrigger> triggers, JobCalendar before, JobCalendar after, DateTimeOffset from) =>
        triggers.Where(trigger => trigger.Enabled && trigger.Calendar == before.Name).SelectMany(trigger => Find(trigger, before, after, from, from + _ahead)).OrderBy(change => change.DueTime ?? change.NewDueTime).ToArray();

    private static IEnumerable<JobForecastChange> Find(DeployedJobTrigger trigger, JobCalendar before, JobCalendar after, DateTimeOffset from, DateTimeOffset until)
    {
        JobForecast[] was = Told(trigger, before, from, until), becomes = Told(trigger, after, from, until);
        JobForecast[] gone = was.Where(run => !becomes.Any(one => one.DueTime == run.DueTime)).ToArray();
        List<JobForecast> come = becomes.Where(run => !was.Any(one => one.DueTime == run.DueTime)).ToList();
        foreach (JobForecast run in gone)
        {
            JobForecast? moved = come.OrderBy(one => (one.DueTime - run.DueTime).Duration()).FirstOrDefault();
            if (moved is not null)
            {
                come.Remove(moved);
            }

            yield return new JobForecastChange { NetworkName = trigger.NetworkName, TriggerName = trigger.Name, DueTime = run.DueTime, NewDueTime = moved?.DueTime, Note = moved?.Note };
        }

        foreach (JobForecast run in come)
        {
            yield return new JobForecastChange { NetworkName = trigger.NetworkName, TriggerName = trigger.Name, NewDueTime = run.DueTime, Note = run.Note };
        }
    }

    // As far as the calendar tells.
    private static JobForecast[] Told(DeployedJobTrigger trigger, JobCalendar calendar, DateTimeOffset from, DateTimeOffset until)
    {
        var told = new List<JobForecast>();
        try
        {
            told.AddRange(JobForecastList.Of(trigger, trigger.Definition, calendar, [], from, until).Where(run => run.Status == JobForecastStatus.Planned));
        }
        catch (CalendarException)
        {
            // What came before its end is told.
        }

        return told.ToArray();
    }
}
