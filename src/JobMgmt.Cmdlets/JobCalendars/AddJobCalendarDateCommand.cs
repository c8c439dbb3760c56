using System.Management.Automation;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobForecasts;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>Add-JobCalendarDate: closes or opens dates of a calendar.</summary>
[Cmdlet(VerbsCommon.Add, "JobCalendarDate", SupportsShouldProcess = true, DefaultParameterSetName = ByClosed)]
[OutputType(typeof(JobForecastChange), typeof(StoredJobCalendar))]
public sealed class AddJobCalendarDateCommand : JobCalendarCmdlet
{
    private const string ByClosed = "Closed";
    private const string ByOpen = "Open";
    private const string ByPath = "Path";

    private readonly List<object> _dates = [];

    /// <summary>The calendars; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCalendarCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The dates.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = ByClosed)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = ByOpen)]
    [ValidateNotNullOrEmpty]
    public object[] Date { get; set; } = [];

    /// <summary>Closes the dates.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByClosed)]
    public SwitchParameter Closed { get; set; }

    /// <summary>Opens the dates.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByOpen)]
    public SwitchParameter Open { get; set; }

    /// <summary>Why.</summary>
    [Parameter(ParameterSetName = ByClosed)]
    [Parameter(ParameterSetName = ByOpen)]
    [ValidateNotNull]
    public string Reason { get; set; } = "";

    /// <summary>Closes the days of iCalendar files; patterns are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByPath)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>Writes the calendar as it is then, in place of the planned runs that move.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override bool TellsChanges => !PassThru;

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _dates.AddRange(Date);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (_dates.Count == 0 && ParameterSetName != ByPath)
        {
            return; // nothing came through the pipeline
        }

        bool isOpen = ParameterSetName == ByOpen;
        (IReadOnlyList<CalendarDate> dates, DateTime? until) = ParameterSetName == ByPath
            ? await ReadFilesAsync(Path, cancellationToken).ConfigureAwait(false)
            : (CalendarDays.Read("Date", _dates.ToArray(), isOpen, Reason).Dates, null);
        JobCalendarDirectory directory = await GetDirectoryAsync(cancellationToken).ConfigureAwait(false);
        await ForEachAsync(
            directory,
            Name,
            async before =>
            {
                JobCalendar calendar = before.Calendar();
                JobCalendar after = ParameterSetName == ByClosed ? WithClosed(calendar, dates) : calendar.With(dates, until);
                StoredJobCalendar? changed = await ChangeAsync(
                    directory, before, after, before.As, $"{(isOpen ? "Open" : "Close")} {dates.Count} date(s)", cancellationToken).ConfigureAwait(false);
                if (changed is not null && PassThru)
                {
                    await WriteObjectAsync(changed).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }
}
