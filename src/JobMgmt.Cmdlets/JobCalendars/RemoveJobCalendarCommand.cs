using System.Management.Automation;
using JobMgmt.Cmdlets.Completers;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>Remove-JobCalendar: deletes calendars, with their Change Calendars.</summary>
[Cmdlet(VerbsCommon.Remove, "JobCalendar", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveJobCalendarCommand : JobCalendarCmdlet
{
    /// <summary>Names; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCalendarCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobCalendarDirectory directory = await GetDirectoryAsync(cancellationToken).ConfigureAwait(false);
        await ForEachAsync(
            directory,
            Name,
            async calendar =>
            {
                if (await ShouldProcessAsync(calendar.Name, "Remove the calendar").ConfigureAwait(false))
                {
                    await directory.RemoveAsync(calendar, cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }
}
