using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobForecasts;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>Remove-JobCalendarDate: takes dates off a calendar's list, so that their weekdays decide again.</summary>
[Cmdlet(VerbsCommon.Remove, "JobCalendarDate", SupportsShouldProcess = true)]
[OutputType(typeof(JobForecastChange))]
public sealed class RemoveJobCalendarDateCommand : JobCalendarCmdlet
{
    private readonly List<object> _dates = [];

    /// <summary>The calendars; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCalendarCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The dates.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public object[] Date { get; set; } = [];

    /// <inheritdoc/>
    private protected override bool TellsChanges => true;

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _dates.AddRange(Date);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (_dates.Count == 0)
        {
            return; // nothing came through the pipeline
        }

        var dates = new HashSet<DateTime>(CalendarDays.Read("Date", _dates.ToArray(), isOpen: true).Dates.Select(entry => entry.Date));
        JobCalendarDirectory directory = await GetDirectoryAsync(cancellationToken).ConfigureAwait(false);
        await ForEachAsync(
            directory,
            Name,
            async before =>
            {
                JobCalendar calendar = before.Calendar();
                CalendarDate[] left = calendar.Dates.Where(entry => !dates.Contains(entry.Date)).ToArray();
                int count = calendar.Dates.Count - left.Length;
                if (count == 0)
                {
                    throw new CmdletFailure(JobCalendarErrors.CalendarDateNotListed(before.Name, dates.Min()));
                }

                await ChangeAsync(directory, before, calendar with { Dates = left }, before.As, $"Take {count} date(s) off the list", cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }
}
