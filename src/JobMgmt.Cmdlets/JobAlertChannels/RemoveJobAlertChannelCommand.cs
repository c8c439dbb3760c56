using System.Management.Automation;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>Remove-JobAlertChannel: takes a channel away, with what was made for its targets. The alerts that its log group keeps stay.</summary>
[Cmdlet(VerbsCommon.Remove, "JobAlertChannel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveJobAlertChannelCommand : JobAlertChannelCmdlet
{
    /// <summary>The channels; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Removes also channels that networks or their jobs name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        (JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options) = await GetStackAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> wanted = await ResolveAsync(Name, options).ConfigureAwait(false);
        ILookup<string, string> users = await new ChannelDirectory(session, names).FindUsersAsync(Force ? [] : wanted, cancellationToken).ConfigureAwait(false);
        foreach (string channel in wanted)
        {
            await GuardAsync(channel, async () =>
            {
                if (channel == options.DefaultChannel)
                {
                    throw new CmdletFailure(JobAlertChannelErrors.ChannelIsDefault(channel));
                }

                if (users[channel].ToArray() is { Length: > 0 } networks)
                {
                    throw new CmdletFailure(JobAlertChannelErrors.ChannelIsUsed(channel, networks));
                }

                if (await ShouldProcessAsync(channel, "Take the alert channel away; alerts that name it go to the log of unknown channels").ConfigureAwait(false))
                {
                    IReadOnlyList<Target> targets = await new ChannelDirectory(session, names).TargetsAsync(channel, cancellationToken).ConfigureAwait(false);
                    RunJobStackOptions after = options with { Channels = options.Channels.Where(one => one != channel).ToArray() };
                    var deployment = new ChannelDeployment(session, names);
                    await deployment.RemoveTargetsAsync(channel, targets.Select(target => target.Id).Append(ChannelTargets.Webhook).ToArray(), cancellationToken).ConfigureAwait(false);
                    await deployment.ApplyAsync(options, after, cancellationToken).ConfigureAwait(false);
                    options = after;
                }
            }).ConfigureAwait(false);
        }
    }
}
