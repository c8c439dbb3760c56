using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>Get-JobCalendarDate: which days are open, why others are closed, and which business day of the month each is.</summary>
[Cmdlet(VerbsCommon.Get, "JobCalendarDate", DefaultParameterSetName = ByRange)]
[OutputType(typeof(JobCalendarDate))]
public sealed class GetJobCalendarDateCommand : JobCalendarCmdlet
{
    private const string ByRange = "Range";
    private const string ByDate = "Date";

    /// <summary>The calendars; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCalendarCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The days.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByDate)]
    [ValidateNotNullOrEmpty]
    public object[] Date { get; set; } = [];

    /// <summary>The first day; the present business day when left out.</summary>
    [Parameter(ParameterSetName = ByRange)]
    public DateTime? From { get; set; }

    /// <summary>The last day; a month after the first when left out.</summary>
    [Parameter(ParameterSetName = ByRange)]
    public DateTime? To { get; set; }

    /// <summary>Only open or only closed days.</summary>
    [Parameter]
    public JobCalendarDateState? State { get; set; }

    /// <summary>Only days that are listed.</summary>
    [Parameter]
    public SwitchParameter Listed { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobCalendarDirectory directory = await GetDirectoryAsync(cancellationToken).ConfigureAwait(false);
        await ForEachAsync(
            directory,
            Name,
            async stored =>
            {
                JobCalendar calendar = stored.Calendar();
                DateTime[] days = Days(calendar).ToArray();
                if (days.Length > 0 && UnlistedYears.Notice(calendar, days.Max()) is { } notice)
                {
                    PostWarning(notice);
                }

                await WriteObjectsAsync(days.Select(day => Describe(calendar, day)).Where(day => (State ?? day.State) == day.State && (!Listed || day.Listed))).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<DateTime> Days(JobCalendar calendar)
    {
        if (ParameterSetName == ByDate)
        {
            return CalendarDays.Read("Date", Date, isOpen: true).Dates.Select(entry => entry.Date);
        }

        DateTime first = (From ?? Today(calendar)).Date;
        DateTime last = (To ?? first.AddMonths(1).AddDays(-1)).Date;
        return last >= first ? Enumerable.Range(0, (last - first).Days + 1).Select(i => first.AddDays(i)) : throw new CmdletFailure(JobCalendarErrors.CalendarRangeBackwards(first, last));
    }

    private static JobCalendarDate Describe(JobCalendar calendar, DateTime day)
    {
        bool isOpen = calendar.IsOpen(day);
        CalendarDate? listed = calendar.Listed(day);
        return new JobCalendarDate
        {
            Name = calendar.Name,
            Date = day,
            State = isOpen ? JobCalendarDateState.Open : JobCalendarDateState.Closed,
            Reason = isOpen ? listed?.Reason ?? "" : calendar.ClosedBy(day),
            BusinessDay = calendar.BusinessDayOfMonth(day),
            FromEnd = calendar.BusinessDayFromEnd(day),
            Listed = listed is not null,
        };
    }
}
