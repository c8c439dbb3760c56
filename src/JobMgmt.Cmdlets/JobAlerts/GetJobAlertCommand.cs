using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.RunJobStacks;
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
    [Alias("Network")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[]? NetworkName { get; set; }

    /// <summary>Only alerts of this run.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ExecutionArn { get; set; }

    /// <summary>Only alerts of these kinds.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public JobAlertKind[]? Kind { get; set; }

    /// <summary>Only alerts that stand like this.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public JobAlertStatus[]? Status { get; set; }

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
            ?? throw new CmdletFailure(RunJobStackErrors.StackNotPublished(names));

        var directory = new AlertDirectory(session, names);
        var networks = new WildcardNames(NetworkName);
        var channels = new WildcardNames(Channel);
        IReadOnlyList<JobAlert> alerts = await directory
            .ReadAsync(channels.Match, Since, cancellationToken).ConfigureAwait(false);
        foreach (string missing in channels.Unmatched([.. options.AllChannels(), .. alerts.Select(alert => alert.Channel)]))
        {
            await WriteErrorAsync(JobAlertErrors.ChannelNotFound(missing, options.AllChannels())).ConfigureAwait(false);
        }

        var wanted = new List<JobAlert>();
        foreach (JobAlert alert in alerts.Where(a => (Kind is null || Kind.Contains(a.Kind)) && networks.Match(a.NetworkName ?? "")
            && (string.IsNullOrEmpty(ExecutionArn) || a.ExecutionArn == ExecutionArn) && MayStand(a)))
        {
            JobAlert known = await directory.CheckHoldAsync(alert, cancellationToken).ConfigureAwait(false);
            if (Status is null || Status.Contains(known.Status))
            {
                wanted.Add(known);
                if (wanted.Count == Last)
                {
                    break;
                }
            }
        }

        await WriteObjectsAsync(wanted).ConfigureAwait(false);
    }

    // CloudWatch Logs counts from 1970 and takes no time before it: nothing is older, so that is from the beginning.
    private DateTimeOffset? Since => After?.ToUniversalTime() is { } after && after > DateTimeOffset.FromUnixTimeMilliseconds(0).UtcDateTime ? new DateTimeOffset(after) : null;

    // Of an open one that tells of a held job the run is asked, a call each, and it may turn out to have recovered.
    private bool MayStand(JobAlert alert) => Status is null || Status.Contains(alert.Status)
        || (alert is { Kind: JobAlertKind.Held, Status: JobAlertStatus.Open } && Status.Contains(JobAlertStatus.Recovered));
}
