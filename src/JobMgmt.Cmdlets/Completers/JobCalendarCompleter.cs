using System.Collections;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Connections;
using JobMgmt.Cmdlets.JobCalendars;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes calendars' names.</summary>
internal sealed class JobCalendarCompleter : TargetCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken)
    {
        string account = await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var names = new RunJobStackNames(ConnectionState.Prefix, session.Partition, session.Region, account);
        return (await new JobCalendarDirectory(session, names).ListAsync(cancellationToken).ConfigureAwait(false)).Select(name => (name, names.CalendarParameter(name))).ToArray();
    }
}
