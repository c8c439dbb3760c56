using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>A cmdlet about the channels of the connected stack.</summary>
public abstract class JobAlertChannelCmdlet : JobMgmtCmdlet
{
    /// <summary>The stack, which must be published.</summary>
    private protected async Task<(JobMgmtSession Session, RunJobStackNames Names, RunJobStackOptions Options)> GetStackAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        RunJobStackOptions options = await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(RunJobStackErrors.StackNotPublished(names));
        return (session, names, options);
    }

    /// <summary>The channels that are wanted; an exact name that none has is written as an error.</summary>
    private protected async Task<IReadOnlyList<string>> ResolveAsync(string[]? wanted, RunJobStackOptions options)
    {
        var patterns = new WildcardNames(wanted);
        foreach (string missing in patterns.Unmatched(options.AllChannels()))
        {
            await WriteErrorAsync(JobAlertChannelErrors.UnknownChannel(missing, options.AllChannels())).ConfigureAwait(false);
        }

        return options.AllChannels().Where(patterns.Match).ToArray();
    }
}
