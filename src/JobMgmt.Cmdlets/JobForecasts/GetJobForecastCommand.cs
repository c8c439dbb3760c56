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
        var directory = new TriggerDirectory(session, names);
        IReadOnlyList<DeployedJobTrigger> asked = await TriggerSearch.FindAsync(directory, _networks.Count == 0 ? null : _networks, null, WriteErrorAsync, cancellationToken).ConfigureAwait(false);
        bool isWhole = _networks.Count == 0 || !asked.Any(trigger => trigger is { Enabled: true, Definition.After: not null });
        ForecastNetworks networks = ForecastNetworks.Of(asked, isWhole ? asked : await directory.ListAsync(null, cancellationToken).ConfigureAwait(false));
        var forecast = new List<JobForecast>();
        var calendars = new Dictionary<string, JobCalendar>(StringComparer.Ordinal);
        var lastDays = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        var suspensions = new Dictionary<string, JobNetworkSuspension[]>(StringComparer.Ordinal);
        foreach (string network in networks.Started)
        {
            suspensions.Add(network, await new SuspensionDirectory(session, names).FindAsync(network, from.LocalDateTime, cancellationToken).ConfigureAwait(false));
        }

        foreach (DeployedJobTrigger trigger in networks.Times)
        {
            await GuardAsync(trigger.ToString(), async () =>
            {
                if (trigger.Calendar is { } name && !calendars.ContainsKey(name))
                {
                    calendars[name] = (await new JobCalendarDirectory(session, names).FindAsync(name, cancellationToken).ConfigureAwait(false) ?? throw new CmdletFailure(TriggerErrors.CalendarMissing(trigger))).Calendar();
                }

                // One by one: what comes before a calendar's end is told.
                int known = forecast.Count;
                foreach (JobForecast run in JobForecastList.Of(trigger, Supposed(trigger), trigger.Calendar is null ? null : calendars[trigger.Calendar], suspensions[trigger.NetworkName], after, until))
                {
                    forecast.Add(run);
                    if (trigger.Calendar is not null && run.BusinessDate is { } day && (!lastDays.TryGetValue(trigger.Calendar, out DateTime last) || day > last))
                    {
                        lastDays[trigger.Calendar] = day;
                    }
                }

                if (networks.Asked.Contains(trigger.NetworkName))
                {
                    Warn(trigger, forecast.Skip(known));
                }
            }).ConfigureAwait(false);
        }

        foreach (KeyValuePair<string, DateTime> day in lastDays)
        {
            if (UnlistedYears.Notice(calendars[day.Key], day.Value) is { } notice)
            {
                PostWarning(notice);
            }
        }

        await WriteObjectsAsync(JobForecastList.Together(forecast, networks.Followers, network => suspensions[network]).Where(run => networks.Asked.Contains(run.NetworkName))).ConfigureAwait(false);
    }

    private JobTrigger Supposed(DeployedJobTrigger trigger) => trigger.Definition with
    {
        OnGap = MyInvocation.BoundParameters.ContainsKey(nameof(OnGap)) ? OnGap : trigger.Definition.OnGap,
        OnRepeat = MyInvocation.BoundParameters.ContainsKey(nameof(OnRepeat)) ? OnRepeat : trigger.Definition.OnRepeat,
    };

    private void Warn(DeployedJobTrigger trigger, IEnumerable<JobForecast> runs)
    {
        if (trigger.Note is { } note)
        {
            PostWarning($"{trigger}: {note}");
        }

        if (runs.FirstOrDefault(run => run.Status == JobForecastStatus.Dropped) is { } dropped)
        {
            PostWarning($"EventBridge Scheduler drops the run of {trigger} that is due at {dropped.Note}. "
                + (Supposed(trigger) is { OnGap: TriggerGap.RunAfter } or { OnRepeat: TriggerRepeat.Twice }
                    ? $"Its schedules mend daylight saving for five years from when it was set last: Set-JobNetworkTrigger '{trigger.NetworkName}' -Name '{trigger.Name}' renews them."
                    : $"Set-JobNetworkTrigger '{trigger.NetworkName}' -Name '{trigger.Name}' -OnGap RunAfter starts it when the clock has been set."));
        }
    }
}
