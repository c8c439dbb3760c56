using System.IO;
using System.Text;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobForecasts;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.JobNetworks.Files;
using JobMgmt.Networks.Stack;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;
using JobMgmt.Schedules.ICalendar;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>A cmdlet about calendars, by name.</summary>
public abstract class JobCalendarCmdlet : NetworkCmdlet
{
    private protected async Task<JobCalendarDirectory> GetDirectoryAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        return new JobCalendarDirectory(session, await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Does the work for each calendar that is wanted; an exact name that none has is written as an error.</summary>
    private protected async Task ForEachAsync(JobCalendarDirectory directory, string[]? wanted, Func<StoredJobCalendar, Task> work, CancellationToken cancellationToken)
    {
        var patterns = new WildcardNames(wanted);
        IReadOnlyList<string> found = patterns.AllExact
            ? patterns.Texts.Distinct(StringComparer.Ordinal).ToArray()
            : await directory.ListAsync(cancellationToken).ConfigureAwait(false);
        foreach (string name in found.Where(name => patterns.AllExact || patterns.Match(name)).Concat(patterns.AllExact ? [] : patterns.Unmatched(found)))
        {
            await GuardAsync(name, async () => await work(await directory.ReadAsync(name, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Brings a calendar from what it was to what it is to be, after -WhatIf and -Confirm were asked; it then tells the years around now. Null: it was not to be done.
    /// All changes of calendars come through here, with both of them at hand: what a change moves is to be told here. With <c>replaces</c> it is made anew, whatever it was.
    /// </summary>
    private protected async Task<StoredJobCalendar?> ChangeAsync(
        JobCalendarDirectory directory, StoredJobCalendar? before, JobCalendar after, JobCalendarStorage storage, string action, CancellationToken cancellationToken, bool replaces = false)
    {
        JobCalendar renewed = after.Covering(Today(after).Year).Check();
        bool does = await ShouldProcessAsync(renewed.Name, action).ConfigureAwait(false);
        if (before is not null && TellsChanges)
        {
            await TellChangesAsync(before.Calendar(), renewed, cancellationToken).ConfigureAwait(false);
        }

        if (!does)
        {
            return null;
        }

        PostVerbose(before is null ? $"The calendar '{renewed.Name}' is new." : $"The calendar '{renewed.Name}' replaces version {before.Version}.");
        StoredJobCalendar written = await directory.WriteAsync(renewed, storage, replaces ? null : before, replaces, cancellationToken).ConfigureAwait(false);
        if (!replaces && before is not null && written.Version > before.Version + 1)
        {
            PostVerbose($"Others have changed the calendar '{renewed.Name}' at the same time: version {written.Version} has all changes.");
        }

        return written;
    }

    /// <summary>Whether the planned runs that a change moves are written to the pipeline.</summary>
    private protected virtual bool TellsChanges => false;

    private async Task TellChangesAsync(JobCalendar before, JobCalendar after, CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DeployedJobTrigger> triggers = await new TriggerDirectory(session, names).ListAsync(null, cancellationToken).ConfigureAwait(false);
        await WriteObjectsAsync(CalendarEffect.Find(triggers, before, after, TimeProvider.System.GetUtcNow())).ConfigureAwait(false);
    }

    /// <summary>The closed days of iCalendar files, in the years that a calendar would tell if it were renewed now, and later ones that the file lists; and until when they list days that don't come again every year.</summary>
    private protected async Task<(IReadOnlyList<CalendarDate> Dates, DateTime? Until)> ReadFilesAsync(string[]? paths, CancellationToken cancellationToken)
    {
        var dates = new List<CalendarDate>();
        DateTime? until = null;
        foreach (string path in paths ?? [])
        {
            IReadOnlyList<string> files = await ExpandPathAsync(path).ConfigureAwait(false);
            foreach (string file in files.Count > 0 ? files : throw new CmdletFailure(JobCalendarErrors.CalendarFileNotFound(path)))
            {
                (IReadOnlyList<CalendarDate> read, DateTime? end) = await ReadFileAsync(file, cancellationToken).ConfigureAwait(false);
                dates.AddRange(read);
                until = until > end || end is null ? until : end;
            }
        }

        return (dates.GroupBy(entry => entry.Date).Select(day => new CalendarDate(day.Key, false, string.Join(", ", day.Select(entry => entry.Reason).Where(reason => reason.Length > 0).Distinct()))).ToArray(), until);
    }

    /// <summary>A calendar with dates that somebody closes by hand: whoever lists a later one than the files do has looked so far.</summary>
    private protected static JobCalendar WithClosed(JobCalendar calendar, IReadOnlyList<CalendarDate> dates) =>
        calendar.With(dates, calendar.ListedUntil is null || dates.Count == 0 ? null : dates.Max(entry => entry.Date));

    /// <summary>The business date that it is now.</summary>
    private protected static DateTime Today(JobCalendar calendar) => calendar.BusinessDateOf(TimeProvider.System.GetUtcNow());

    /// <summary>The session's own time zone, where it is called as in IANA's list: a cron without a zone means that, too.</summary>
    private protected static string LocalZone() => TimeZoneInfo.Local.Id is { } id && ScheduleZone.Find(id) is not null && (id.Contains('/') || id == "UTC") ? id : "UTC";

    private async Task<(IReadOnlyList<CalendarDate> Dates, DateTime? Until)> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        ICalendarFile calendar;
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            calendar = ICalendarFile.Parse(await reader.ReadToEndAsync().ConfigureAwait(false));
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (ICalendarException e)
        {
            throw new CmdletFailure(JobCalendarErrors.CalendarFileInvalid(file, e));
        }
        catch (DecoderFallbackException e)
        {
            throw new CmdletFailure(JobNetworkFileErrors.DefinitionFileNotText(file, e));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CmdletFailure(JobCalendarErrors.CalendarFileNotFound(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CmdletFailure(JobNetworkFileErrors.DefinitionFileUnreadable(file, e));
        }

        if (calendar.Timed.Count > 0)
        {
            PostWarning($"'{file}': {calendar.Timed.Count} event(s) with times close no day and were left out, such as '{calendar.Timed[0]}'.");
        }

        int year = TimeProvider.System.GetUtcNow().Year;
        IReadOnlyList<(DateTime Date, string Summary)> days = calendar.Days(new DateTime(year - 1, 1, 1), new DateTime(year + 2, 12, 31));
        if (days.Count == 0)
        {
            PostWarning($"'{file}' has no event of a whole day from {year - 1} to {year + 2}.");
        }
        else if ((calendar.LastSingleDay ?? days[days.Count - 1].Date) is { } last && last.Year < year + 2)
        {
            PostWarning($"The last day in '{file}'{(calendar.LastSingleDay is null ? "" : " that does not come again every year")} is {ViewText.Time(last, "yyyy-MM-dd")}; days of later years are judged by their weekdays alone, until more are added (Add-JobCalendarDate -Path).");
        }

        return (days.Select(day => new CalendarDate(day.Date, false, day.Summary)).ToArray(), calendar.LastSingleDay);
    }
}
