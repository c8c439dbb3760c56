using System.Management.Automation;
using JobMgmt.Cmdlets.Completers;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>Get-JobCalendar: the calendars on the target.</summary>
[Cmdlet(VerbsCommon.Get, "JobCalendar")]
[OutputType(typeof(StoredJobCalendar), typeof(JobCalendarVersion))]
public sealed class GetJobCalendarCommand : JobCalendarCmdlet
{
    /// <summary>Names; patterns are allowed. All calendars when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCalendarCompleter))]
    public string[]? Name { get; set; }

    /// <summary>All versions of each, the newest first, with who wrote them.</summary>
    [Parameter]
    public SwitchParameter History { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobCalendarDirectory directory = await GetDirectoryAsync(cancellationToken).ConfigureAwait(false);
        await ForEachAsync(
            directory,
            Name,
            async calendar => await WriteObjectsAsync<StoredJobCalendar>(History ? await directory.ReadHistoryAsync(calendar.Name, cancellationToken).ConfigureAwait(false) : [calendar]).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
    }
}
