using System.Collections;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Connections;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes the alert channels of the published stack.</summary>
internal sealed class ChannelCompleter : TargetCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken)
    {
        string account = await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var names = new RunJobStackNames(ConnectionState.Prefix, session.Partition, session.Region, account);
        RunJobStackOptions? options = await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false);
        return options?.AllChannels().Select(c => (c, names.ChannelLogGroup(c))).ToArray() ?? [];
    }
}
