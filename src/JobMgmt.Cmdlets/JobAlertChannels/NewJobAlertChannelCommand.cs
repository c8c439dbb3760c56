using System.Management.Automation;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>New-JobAlertChannel: makes a channel, or gives one that has only its log group where its alerts go besides.</summary>
[Cmdlet(VerbsCommon.New, "JobAlertChannel", SupportsShouldProcess = true)]
[OutputType(typeof(JobAlertChannel))]
public sealed class NewJobAlertChannelCommand : JobAlertChannelTargetCmdlet
{
    /// <summary>The channel's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The channel's own log group. Every channel has it; the switch says that nothing else is wanted.</summary>
    [Parameter]
    public SwitchParameter LogGroup { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => GuardAsync(Name, async () =>
    {
        (JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options) = await GetStackAsync(cancellationToken).ConfigureAwait(false);
        if (!RunJobStackOptions.IsChannelName(Name))
        {
            throw new CmdletFailure(JobAlertChannelErrors.ChannelInvalid(Name, "The name is none for a channel. Use 1 to 32 of the characters A-Z a-z 0-9 . _ -"));
        }

        ChannelRequest request = Request(Name);
        if (request.Secret is not null && request.Webhook is null)
        {
            throw new CmdletFailure(JobAlertChannelErrors.ChannelInvalid(Name, "-Secret belongs to -Webhook, which is not given."));
        }

        var directory = new ChannelDirectory(session, names);
        IReadOnlyList<Target> there = await directory.TargetsAsync(Name, cancellationToken).ConfigureAwait(false);
        if (there.Any(target => target.Id != ChannelTargets.Log) || (options.AllChannels().Contains(Name, StringComparer.Ordinal) && request.Ids.Count == 0))
        {
            throw new CmdletFailure(JobAlertChannelErrors.ChannelExists(Name));
        }

        CheckCount(Name, there, request);
        RunJobStackOptions after = options with { Channels = options.AllChannels().Append(Name).Distinct(StringComparer.Ordinal).ToArray() };
        if (!await ShouldProcessAsync(Name, "Make the alert channel").ConfigureAwait(false))
        {
            return;
        }

        await new ChannelDeployment(session, names).CreateAsync(Name, request, options, after, cancellationToken).ConfigureAwait(false);
        await WriteObjectAsync(await directory.ReadAsync(Name, after, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    });
}
