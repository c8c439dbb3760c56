using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>Get-JobAlertChannel: the channels of the stack, and where their alerts go.</summary>
[Cmdlet(VerbsCommon.Get, "JobAlertChannel")]
[OutputType(typeof(JobAlertChannel))]
public sealed class GetJobAlertChannelCommand : JobAlertChannelCmdlet
{
    /// <summary>The channels; patterns are allowed. All when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        (JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options) = await GetStackAsync(cancellationToken).ConfigureAwait(false);
        var directory = new ChannelDirectory(session, names);
        foreach (string channel in await ResolveAsync(Name, options).ConfigureAwait(false))
        {
            await WriteObjectAsync(await directory.ReadAsync(channel, options, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
