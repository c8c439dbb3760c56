using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkSuspensions;

/// <summary>Suspend-JobNetwork: holds what triggers start of networks in a time, until somebody resumes them.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "JobNetwork", SupportsShouldProcess = true, DefaultParameterSetName = ByPeriod)]
[OutputType(typeof(JobNetworkSuspension))]
public sealed class SuspendJobNetworkCommand : SuspensionCmdlet
{
    private const string ByDay = "Day";
    private const string ByPeriod = "Period";

    /// <summary>The networks; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkName")]
    [NetworkNameTransformation(Whole = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The days.</summary>
    [Parameter(ParameterSetName = ByDay, Mandatory = true)]
    [ValidateCount(1, 366)]
    public DateTime[] On { get; set; } = [];

    /// <summary>When it begins; now when left out.</summary>
    [Parameter(ParameterSetName = ByPeriod)]
    public DateTime? From { get; set; }

    /// <summary>When it ends; not before the network is resumed when left out.</summary>
    [Parameter(ParameterSetName = ByPeriod)]
    public DateTime? Until { get; set; }

    /// <summary>Why.</summary>
    [Parameter]
    [ValidateLength(1, 500)]
    public string? Reason { get; set; }

    /// <summary>Writes the suspensions to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var networks = new NetworkDirectory(session, names);
        var directory = new SuspensionDirectory(session, names);
        foreach (string network in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(network, async () =>
            {
                if (await networks.ReadDefinitionAsync(network, cancellationToken).ConfigureAwait(false) is null)
                {
                    throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(network));
                }

                string by = await CallerName.FindAsync(session, cancellationToken).ConfigureAwait(false);
                if (ParameterSetName == ByPeriod)
                {
                    await AddAsync(directory, Period(network), by, cancellationToken).ConfigureAwait(false);
                    return;
                }

                SuspensionDays days = await DaysAsync(session, names, network, cancellationToken).ConfigureAwait(false);
                foreach (DateTime day in On)
                {
                    await AddAsync(directory, days.Day(network, day), by, cancellationToken).ConfigureAwait(false);
                    if (days.NotHeld(network, day) is { } warning)
                    {
                        PostWarning(warning);
                    }
                }
            }).ConfigureAwait(false);
        }
    }

    private async Task AddAsync(SuspensionDirectory directory, JobNetworkSuspension period, string by, CancellationToken cancellationToken)
    {
        DateTime now = TimeProvider.System.GetLocalNow().DateTime;
        if (period.Until <= now || period.Until <= period.From)
        {
            throw new CmdletFailure(JobNetworkSuspensionErrors.SuspensionIsOver(period));
        }

        var suspension = new JobNetworkSuspension
        {
            NetworkName = period.NetworkName, From = period.From, Until = period.Until, Reason = Reason, By = by, Time = now,
        };
        if (!await ShouldProcessAsync(period.NetworkName, $"Hold what triggers start: {suspension}").ConfigureAwait(false))
        {
            return;
        }

        await directory.AddAsync(suspension, cancellationToken).ConfigureAwait(false);
        if (PassThru)
        {
            await WriteObjectAsync(suspension).ConfigureAwait(false);
        }
    }

    private JobNetworkSuspension Period(string network) => new()
    {
        NetworkName = network,
        From = From is { } from ? Local(from) : TimeProvider.System.GetLocalNow().DateTime,
        Until = Until is { } until ? Local(until) : null,
    };
}
