using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>Get-JobAlert: the alerts that reached the channels' log groups, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "JobAlert")]
[OutputType(typeof(JobAlert))]
public sealed class GetJobAlertCommand : JobMgmtCmdlet
{
    /// <summary>The channels; patterns are allowed. All channels, and alerts of unknown ones, when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[]? Channel { get; set; }

    /// <summary>Only alerts of these networks; patterns are allowed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[]? NetworkName { get; set; }

    /// <summary>Only alerts of this run.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ExecutionArn { get; set; }

    /// <summary>Only alerts since then.</summary>
    [Parameter]
    public DateTime? After { get; set; }

    /// <summary>At most so many, the newest.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = int.MaxValue;

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        RunJobStackOptions options = await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(ErrorRecords.StackNotPublished(names));
        var directory = new AlertDirectory(session.Logs, names);
        var channels = new WildcardNames(Channel);
        var alerts = new List<JobAlert>();
        foreach (string group in options.AllChannels().Where(channels.Match).Select(names.ChannelLogGroup).Append(names.UnknownChannelLogGroup))
        {
            alerts.AddRange(await directory.ReadAsync(group, After is { } after ? new DateTimeOffset(after) : null, cancellationToken).ConfigureAwait(false));
        }

        // The group of unknown channels holds alerts of any name, so the names are looked at once more.
        var networks = new WildcardNames(NetworkName);
        await WriteObjectsAsync(alerts
            .Where(a => channels.Match(a.Channel) && networks.Match(a.NetworkName ?? "") && (string.IsNullOrEmpty(ExecutionArn) || a.ExecutionArn == ExecutionArn))
            .OrderByDescending(a => a.Time).Take(Last)).ConfigureAwait(false);
    }
}
