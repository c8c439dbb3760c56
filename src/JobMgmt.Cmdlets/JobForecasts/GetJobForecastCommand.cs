using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobCalendars;
using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobForecasts;

/// <summary>Get-JobForecast: the runs that triggers will start, in the order of their times.</summary>
[Cmdlet(VerbsCommon.Get, "JobForecast", DefaultParameterSetName = "Until")]
[OutputType(typeof(JobForecast))]
public sealed class GetJobForecastCommand : NetworkCmdlet
{
    private readonly List<string> _networks = [];

    /// <summary>The networks; patterns are allowed. All when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NetworkNameTransformation]
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
        DateTimeOffset until = Until is { } end ? new DateTimeOffset(end) : from.AddDays(ParameterSetName == "Days" ? Days : 1);
        if (until < from)
        {
            throw new CmdletFailure(new ErrorRecord(
                new InvalidOperationException($"-Until {until.LocalDateTime:g} is before -From {from.LocalDateTime:g}. Give a later one, or -Days."), "JobForecastPeriodInvalid", ErrorCategory.InvalidArgument, until));
        }

        // What is due at -From itself counts, so that of whole days from there the last midnight does not.
        DateTimeOffset after = From is null ? from : from.AddTicks(-1);
        until = From is null || Until is not null ? until : until.AddTicks(-1);
        IReadOnlyList<DeployedJobTrigger> triggers = await TriggerSearch.FindAsync(
            new TriggerDirectory(session, names), _networks.Count == 0 ? null : _networks, null, WriteErrorAsync, cancellationToken).ConfigureAwait(false);
        var forecast = new List<JobForecast>();
        var calendars = new Dictionary<string, JobCalendar>(StringComparer.Ordinal);
        var suspensions = new Dictionary<string, JobNetworkSuspension[]>(StringComparer.Ordinal);
        foreach (DeployedJobTrigger trigger in triggers.Where(trigger => trigger is { Enabled: true, Definition.IsTime: true }))
        {
            await GuardAsync(trigger.ToString(), async () =>
            {
                if (trigger.Calendar is { } name && !calendars.ContainsKey(name))
                {
                    calendars[name] = (await new JobCalendarDirectory(session, names).FindAsync(name, cancellationToken).ConfigureAwait(false) ?? throw new CmdletFailure(TriggerErrors.CalendarMissing(trigger))).Calendar();
                }

                if (!suspensions.TryGetValue(trigger.NetworkName, out JobNetworkSuspension[]? suspended))
                {
                    suspended = await new SuspensionDirectory(session, names).FindAsync(trigger.NetworkName, from.LocalDateTime, cancellationToken).ConfigureAwait(false);
                    suspensions.Add(trigger.NetworkName, suspended);
                }

                // One by one: what comes before a calendar's end is told.
                foreach (JobForecast run in JobForecastList.Of(trigger, Supposed(trigger), trigger.Calendar is null ? null : calendars[trigger.Calendar], suspended, after, until))
                {
                    forecast.Add(run);
                }

                Warn(trigger, forecast.Where(run => run.NetworkName == trigger.NetworkName && run.TriggerName == trigger.Name));
            }).ConfigureAwait(false);
        }

        await WriteObjectsAsync(JobForecastList.Together(forecast)).ConfigureAwait(false);
    }

    private JobTrigger Supposed(DeployedJobTrigger trigger) => trigger.Definition with
    {
        OnGap = MyInvocation.BoundParameters.ContainsKey(nameof(OnGap)) ? OnGap : trigger.Definition.OnGap,
        OnRepeat = MyInvocation.BoundParameters.ContainsKey(nameof(OnRepeat)) ? OnRepeat : trigger.Definition.OnRepeat,
    };

    private void Warn(DeployedJobTrigger trigger, IEnumerable<JobForecast> runs)
    {
        if (runs.FirstOrDefault(run => run.Status == JobForecastStatus.Dropped) is { } dropped)
        {
            PostWarning(
                $"EventBridge Scheduler drops the run of {trigger} that is due at {dropped.Note}. Set-JobNetworkTrigger '{trigger.NetworkName}' -Name '{trigger.Name}' -OnGap RunAfter starts it when the clock has been set.");
        }
    }
}
