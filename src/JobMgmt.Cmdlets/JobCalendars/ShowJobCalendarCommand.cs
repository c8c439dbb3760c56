using System.Globalization;
using System.Management.Automation;
using System.Text;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>Show-JobCalendar: months as they hang on a wall, closed days in brackets, with what closes them.</summary>
[Cmdlet(VerbsCommon.Show, "JobCalendar")]
[OutputType(typeof(string))]
public sealed class ShowJobCalendarCommand : JobCalendarCmdlet
{
    private const int Columns = 7;
    private const int Width = 5;

    /// <summary>The calendars; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCalendarCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>A day of the first month; the present business day when left out.</summary>
    [Parameter(Position = 1)]
    public DateTime? Month { get; set; }

    /// <summary>How many months.</summary>
    [Parameter]
    [ValidateRange(1, 48)]
    public int Count { get; set; } = 1;

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
                DateTime first = (Month ?? Today(calendar)).Date;
                first = first.AddDays(1 - first.Day);
                if (UnlistedYears.Notice(calendar, first.AddMonths(Count).AddDays(-1)) is { } notice)
                {
                    PostWarning(notice);
                }

                await WriteObjectsAsync(Enumerable.Range(0, Count).Select(i => Draw(calendar, first.AddMonths(i)))).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static string Draw(JobCalendar calendar, DateTime month)
    {
        DateTime[] days = Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(i => month.AddDays(i)).ToArray();
        var text = new StringBuilder();
        text.AppendLine(FormattableString.Invariant($"{calendar.Name}  {month:yyyy-MM}  {days.Count(calendar.IsOpen)} business days"));
        text.AppendLine(string.Concat(Enumerable.Range(1, Columns).Select(i => JobCalendar.WeekdayName((DayOfWeek)(i % Columns)).PadLeft(Width - 1).PadRight(Width))).TrimEnd());
        var line = new StringBuilder(new string(' ', Column(month) * Width));
        foreach (DateTime day in days)
        {
            string number = day.Day.ToString(CultureInfo.InvariantCulture);
            line.Append((calendar.IsOpen(day) ? $"{number} " : $"({number})").PadLeft(Width));
            if (Column(day) == Columns - 1 || day == days[days.Length - 1])
            {
                text.AppendLine(line.ToString().TrimEnd());
                line.Clear();
            }
        }

        foreach (CalendarDate entry in days.Select(calendar.Listed).OfType<CalendarDate>())
        {
            text.AppendLine(FormattableString.Invariant($"  {entry.Date:MM-dd} {JobCalendar.WeekdayName(entry.Date.DayOfWeek)}  {(entry.IsOpen ? "open" : "closed")}  {entry.Reason}").TrimEnd());
        }

        return text.ToString();
    }

    private static int Column(DateTime day) => ((int)day.DayOfWeek + Columns - 1) % Columns;
}
