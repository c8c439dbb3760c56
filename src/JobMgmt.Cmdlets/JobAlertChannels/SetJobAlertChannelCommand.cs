using System.Management.Automation;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>Set-JobAlertChannel: replaces, adds or takes away a channel's targets; those that are not named stay.</summary>
[Cmdlet(VerbsCommon.Set, "JobAlertChannel", SupportsShouldProcess = true)]
[OutputType(typeof(JobAlertChannel))]
public sealed class SetJobAlertChannelCommand : JobAlertChannelTargetCmdlet
{
    private static readonly IReadOnlyDictionary<string, string> Ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Sns"] = ChannelTargets.Sns,
        ["Sqs"] = ChannelTargets.Sqs,
        ["Lambda"] = ChannelTargets.Lambda,
        ["Webhook"] = ChannelTargets.Webhook,
        ["Mail"] = ChannelTargets.Mail,
        ["Command"] = ChannelTargets.Command,
    };

    /// <summary>The channels; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The kinds of targets to take away.</summary>
    [Parameter]
    [ValidateSet("Sns", "Sqs", "Lambda", "Webhook", "Mail", "Command")]
    public string[]? Remove { get; set; }

    /// <summary>Writes the channel to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        (JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options) = await GetStackAsync(cancellationToken).ConfigureAwait(false);
        foreach (string channel in await ResolveAsync(Name, options).ConfigureAwait(false))
        {
            await GuardAsync(channel, () => SetAsync(session, names, options, channel, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task SetAsync(JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options, string channel, CancellationToken cancellationToken)
    {
        ChannelRequest request = Request(channel);
        string[] gone = (Remove ?? []).Select(kind => Ids[kind]).ToArray();
        var directory = new ChannelDirectory(session, names);
        IReadOnlyList<Target> there = await directory.TargetsAsync(channel, cancellationToken).ConfigureAwait(false);
        if (gone.Intersect(request.Ids, StringComparer.Ordinal).Any())
        {
            throw new CmdletFailure(JobAlertChannelErrors.ChannelInvalid(channel, "-Remove names a kind of target that is given too. Leave one of the two out."));
        }

        if (request.Secret is not null && request.Webhook is null && there.All(target => target.Id != ChannelTargets.Webhook))
        {
            throw new CmdletFailure(JobAlertChannelErrors.ChannelInvalid(channel, "-Secret belongs to a webhook, which the channel does not have. Give -Webhook too."));
        }

        CheckCount(channel, there.Where(target => !gone.Contains(target.Id)), request);
        if (!await ShouldProcessAsync(channel, "Change the alert channel's targets").ConfigureAwait(false))
        {
            return;
        }

        var deployment = new ChannelDeployment(session, names);
        await deployment.ApplyAsync(options, options, cancellationToken).ConfigureAwait(false);
        await deployment.RemoveTargetsAsync(channel, gone, cancellationToken).ConfigureAwait(false);
        await deployment.PutTargetsAsync(channel, request, cancellationToken).ConfigureAwait(false);
        if (PassThru)
        {
            await WriteObjectAsync(await directory.ReadAsync(channel, options, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
