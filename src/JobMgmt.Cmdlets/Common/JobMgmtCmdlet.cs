using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Connections;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.Common;

/// <summary>A cmdlet that works on the connected target: the session, the stack's names, and an error record for each thing that fails.</summary>
public abstract class JobMgmtCmdlet : AsyncPSCmdlet
{
    /// <summary>The session; a local runtime that is meant and not up is started.</summary>
    private protected Task<JobMgmtSession> GetSessionAsync(CancellationToken cancellationToken)
        => ConnectionState.GetSessionAsync(folder => PostVerbose($"Starting the local runtime of '{folder.Path}'."), cancellationToken);

    /// <summary>The names of the connected stack, or of the one with another prefix.</summary>
    private protected static async Task<RunJobStackNames> GetNamesAsync(JobMgmtSession session, string? prefix, CancellationToken cancellationToken)
        => new(prefix ?? ConnectionState.Prefix, session.Partition, session.Region, await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Does the work for one thing; what it throws becomes a record for that thing, and the cmdlet goes on with the next.</summary>
    private protected async Task GuardAsync(object? target, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not RuntimeException && !(e is OperationCanceledException && Stopping))
        {
            await WriteErrorAsync(ErrorRecords.From(e, target)).ConfigureAwait(false);
        }
    }
}
