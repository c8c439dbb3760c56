using System.Globalization;
using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>Get-JobForecast: the runs that triggers will start, in the order of their times.</summary>
[Cmdlet(VerbsCommon.Get, "JobForecast", DefaultParameterSetName = "Until")]
[OutputType(typeof(JobForecast))]
public sealed class GetJobForecastCommand : NetworkCmdlet
{
    private readonly List<string> _networks = [];

    /// <summary>The networks; patterns are allowed. All when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[]? NetworkName { get; set; }

    /// <summary>From when on; now when left out.</summary>
    [Parameter]
    public DateTime? From { get; set; }

    /// <summary>Until when; 24 hours after -From when left out.</summary>
    [Parameter(ParameterSetName = "Until")]
    public DateTime? Until { get; set; }

    /// <summary>For how many days.</summary>
    [Parameter(ParameterSetName = "Days", Mandatory = true)]
    [ValidateRange(1, 3660)]
    public int Days { get; set; }

    /// <summary>As if the triggers had this for times that daylight saving leaves out.</summary>
    [Parameter]
    public TriggerGap OnGap { get; set; }

    /// <summary>As if the triggers had this for times that daylight saving repeats.</summary>
    [Parameter]
    public TriggerRepeat OnRepeat { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _networks.AddRange(NetworkName ?? []);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        DateTimeOffset from = From is { } given ? new DateTimeOffset(given) : TimeProvider.System.GetUtcNow();
        DateTimeOffset until = ParameterSetName == "Days" ? from.AddDays(Days) : Until is { } end ? new DateTimeOffset(end) : from.AddDays(1);
        if (until < from)
        {
            throw new CmdletFailure(new ErrorRecord(
                new InvalidOperationException($"-Until {until.LocalDateTime:g} is before -From {from.LocalDateTime:g}. Give a later one, or -Days."), "JobForecastPeriodInvalid", ErrorCategory.InvalidArgument, until));
        }

        IReadOnlyList<DeployedJobTrigger> triggers = await TriggerSearch.FindAsync(
            new TriggerDirectory(session, names), _networks.Count == 0 ? null : _networks, null, WriteErrorAsync, cancellationToken).ConfigureAwait(false);
        triggers = triggers.Where(trigger => trigger is { Enabled: true, Definition.IsTime: true }).ToArray();
        foreach (DeployedJobTrigger trigger in triggers)
        {
            Warn(trigger, from, until);
        }

        await WriteObjectsAsync(triggers.SelectMany(trigger => Forecast(trigger, from, until)).OrderBy(run => run.DueTime).ThenBy(run => run.NetworkName, StringComparer.OrdinalIgnoreCase))
            .ConfigureAwait(false);
    }

    private IEnumerable<JobForecast> Forecast(DeployedJobTrigger trigger, DateTimeOffset from, DateTimeOffset until) =>
        PlannedRun.Of(trigger.NetworkName, Supposed(trigger), trigger.CreationTime ?? from, from, until).Select(run => new JobForecast
        {
            DueTime = run.DueTime.LocalDateTime,
            NetworkName = trigger.NetworkName,
            TriggerName = trigger.Name,
            Schedule = trigger.Schedule,
            TimeZone = trigger.TimeZone!,
            Status = run.Starts ? JobForecastStatus.Planned : JobForecastStatus.Dropped,
            Note = run.Note,
            ExecutionName = run.Starts ? run.Name : null,
        });

    private JobTrigger Supposed(DeployedJobTrigger trigger) => trigger.Definition with
    {
        OnGap = MyInvocation.BoundParameters.ContainsKey(nameof(OnGap)) ? OnGap : trigger.Definition.OnGap,
        OnRepeat = MyInvocation.BoundParameters.ContainsKey(nameof(OnRepeat)) ? OnRepeat : trigger.Definition.OnRepeat,
    };

    private void Warn(DeployedJobTrigger trigger, DateTimeOffset from, DateTimeOffset until)
    {
        if (PlannedRun.Of(trigger.NetworkName, Supposed(trigger), trigger.CreationTime ?? from, from, until).FirstOrDefault(run => !run.Starts) is { } dropped)
        {
            PostWarning(string.Format(
                CultureInfo.InvariantCulture, "EventBridge Scheduler drops the run of {0} that is due at {1}. Set-JobNetworkTrigger '{2}' -Name '{3}' -OnGap RunAfter starts it when the clock has been set.",
                trigger, dropped.Note, trigger.NetworkName, trigger.Name));
        }
    }
}
