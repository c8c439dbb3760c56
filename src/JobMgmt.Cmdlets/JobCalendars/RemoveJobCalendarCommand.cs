using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobCalendars;

/// <summary>Remove-JobCalendar: deletes calendars, with their Change Calendars.</summary>
[Cmdlet(VerbsCommon.Remove, "JobCalendar", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveJobCalendarCommand : JobCalendarCmdlet
{
    /// <summary>Names; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ObjectsOf("calendar", typeof(StoredJobCalendar))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobCalendarCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes also calendars that triggers have.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DeployedJobTrigger> triggers = Force ? [] : await new TriggerDirectory(session, names).ListAsync(null, cancellationToken).ConfigureAwait(false);
        var directory = new JobCalendarDirectory(session, names);
        await ForEachAsync(
            directory,
            Name,
            async calendar =>
            {
                if (triggers.Where(trigger => trigger.Calendar == calendar.Name).ToArray() is { Length: > 0 } users)
                {
                    throw new CmdletFailure(TriggerErrors.CalendarIsUsed(calendar.Name, users));
                }

                if (await ShouldProcessAsync(calendar.Name, "Remove the calendar").ConfigureAwait(false))
                {
                    await directory.RemoveAsync(calendar, cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }
}
