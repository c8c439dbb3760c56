using System.IO;
using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobCalendars;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>A cmdlet that says what a trigger is: what is not given stays as it was.</summary>
public abstract class TriggerDefinitionCmdlet : NetworkCmdlet
{
    /// <summary>Five fields as crontab(5) has them, or the six of AWS.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Cron { get; set; }

    /// <summary>How often: "15 minutes", "1 hour", "1 day".</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Rate { get; set; }

    /// <summary>Once. A text means the clock of -TimeZone; a DateTime of this machine (Get-Date) its instant.</summary>
    [Parameter]
    public DateTime? At { get; set; }

    /// <summary>The pattern of the events that start the network, as JSON text or as a hashtable.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EventPatternTransformation]
    public string? EventPattern { get; set; }

    /// <summary>Files whose arrival in S3 starts the network: s3://bucket/prefix, s3://bucket/in/*.csv.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OnFile { get; set; }

    /// <summary>Files whose arrival on the local runtime's machine starts the network: a folder, or a name in it with *.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OnPath { get; set; }

    /// <summary>The network whose end starts this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(Completers.JobNetworkCompleter))]
    public string? After { get; set; }

    /// <summary>With -After: which ends.</summary>
    [Parameter]
    public TriggerOnlyIf OnlyIf { get; set; }

    /// <summary>The IANA zone whose clock the times mean, or Local for this machine's; when left out that of the calendar, else UTC.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(Completers.TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>No start is earlier.</summary>
    [Parameter]
    public DateTime? StartDate { get; set; }

    /// <summary>No start is later.</summary>
    [Parameter]
    public DateTime? EndDate { get; set; }

    /// <summary>How long after its time a start may come; Scheduler spreads starts over it.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? FlexibleWindow { get; set; }

    /// <summary>What becomes of a time that daylight saving leaves out; Scheduler skips it.</summary>
    [Parameter]
    public TriggerGap OnGap { get; set; }

    /// <summary>What becomes of a time that daylight saving repeats; Scheduler starts once.</summary>
    [Parameter]
    public TriggerRepeat OnRepeat { get; set; }

    /// <summary>The calendar that says which of the cron's days are business days.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(Completers.JobCalendarCompleter))]
    public string? Calendar { get; set; }

    /// <summary>What becomes of a due day that the calendar closes.</summary>
    [Parameter]
    public CalendarShift Shift { get; set; }

    /// <summary>Business days of the month by number: 1 is the first, -1 the last.</summary>
    [Parameter]
    [AllowNull]
    public int[]? BusinessDay { get; set; }

    /// <summary>The time of day by which a run of the network is to have begun: 02:00.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? StartBy { get; set; }

    /// <summary>Worker tags of the runs; the network's own when left out.</summary>
    [Parameter]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>What the runs are given, by name.</summary>
    [Parameter]
    [ValidateNotNull]
    [ParameterTransformation]
    public Dictionary<string, string?>? Parameter { get; set; }

    /// <summary>How often Scheduler tries again to start at most; 185 times when left out.</summary>
    [Parameter]
    [ValidateRange(0, 185)]
    public int RetryAttempts { get; set; }

    /// <summary>How long after its time Scheduler still tries; a day when left out.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? RetryAge { get; set; }

    /// <summary>The ARN of the SQS queue that gets starts which Scheduler has given up.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DeadLetterQueue { get; set; }

    /// <summary>What the trigger is for.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>A trigger with what was given in place of what it had. Whose clock it means without -TimeZone: that of before where it had one, else its calendar's, else UTC, which is told.</summary>
    private protected async Task<(JobTrigger Trigger, string? Notice)> ApplyAsync(JobMgmtSession session, RunJobStackNames names, JobTrigger trigger, CancellationToken cancellationToken)
    {
        bool hadClock = (trigger.Cron ?? trigger.At ?? trigger.StartDate ?? trigger.EndDate ?? trigger.StartBy) is not null;
        if (Given(nameof(TimeZone)) || hadClock || !NamesTimes)
        {
            return (Apply(trigger), null);
        }

        if ((Given(nameof(Calendar)) ? Calendar : trigger.Calendar) is { Length: > 0 } calendar)
        {
            return (Apply(trigger with { TimeZone = (await new JobCalendarDirectory(session, names).ReadAsync(calendar, cancellationToken).ConfigureAwait(false)).TimeZone }), null);
        }

        return (Apply(trigger), LocalZone.Notice("The trigger's times"));
    }

    // A DateTime with a kind is an instant, whatever the clock shows.
    private bool NamesTimes => Cron is not null || !string.IsNullOrEmpty(StartBy) || new[] { At, StartDate, EndDate }.Any(time => time?.Kind == DateTimeKind.Unspecified);

    private JobTrigger Apply(JobTrigger trigger)
    {
        string zone = Given(nameof(TimeZone)) ? ZoneName(TimeZone!) : trigger.TimeZone;
        trigger = trigger with { TimeZone = zone };
        if (new[] { nameof(Cron), nameof(Rate), nameof(At), nameof(EventPattern), nameof(OnFile), nameof(OnPath), nameof(After) }.Any(Given))
        {
            trigger = trigger with
            {
                Cron = Cron, Rate = Rate is null ? null : RateText(Rate), At = WallTime(At, zone), EventPattern = EventPattern, OnFile = OnFile, OnPath = OnPath is null ? null : FullPath(OnPath), After = After,
            };
        }

        return trigger with
        {
            StartDate = Given(nameof(StartDate)) ? WallTime(StartDate, zone) : trigger.StartDate,
            EndDate = Given(nameof(EndDate)) ? WallTime(EndDate, zone) : trigger.EndDate,
            FlexibleWindow = Given(nameof(FlexibleWindow)) ? Seconds(FlexibleWindow) : trigger.FlexibleWindow,
            Calendar = !Given(nameof(Calendar)) ? trigger.Calendar : string.IsNullOrEmpty(Calendar) ? null : Calendar,
            Shift = Given(nameof(Shift)) ? Shift : trigger.Shift,
            BusinessDay = Given(nameof(BusinessDay)) ? BusinessDay is { Length: > 0 } ? BusinessDay : null : trigger.BusinessDay,
            StartBy = !Given(nameof(StartBy)) ? trigger.StartBy : string.IsNullOrEmpty(StartBy) ? null : StartBy,
            OnlyIf = Given(nameof(OnlyIf)) ? OnlyIf : trigger.OnlyIf,
            OnGap = Given(nameof(OnGap)) ? OnGap : trigger.OnGap,
            OnRepeat = Given(nameof(OnRepeat)) ? OnRepeat : trigger.OnRepeat,
            Tag = Given(nameof(Tag)) ? Tag!.Count == 0 ? null : Tag : trigger.Tag,
            Parameter = Given(nameof(Parameter)) ? Texts(Parameter!) : trigger.Parameter,
            RetryAttempts = Given(nameof(RetryAttempts)) ? RetryAttempts : trigger.RetryAttempts,
            RetryAge = Given(nameof(RetryAge)) ? Seconds(RetryAge) : trigger.RetryAge,
            DeadLetterQueue = Given(nameof(DeadLetterQueue)) ? DeadLetterQueue : trigger.DeadLetterQueue,
            Description = Given(nameof(Description)) ? Description : trigger.Description,
        };
    }

    /// <summary>Sees to it that the bucket whose files a trigger waits for tells of them.</summary>
    private protected Task TurnOnEventsAsync(JobMgmtSession session, JobTrigger trigger, CancellationToken cancellationToken) =>
        BucketEvents.Of(session, trigger)?.TurnOnAsync(bucket => ShouldProcessAsync(bucket, "Let the bucket tell EventBridge of its objects"), cancellationToken) ?? Task.CompletedTask;

    // A folder's path keeps the / that says so.
    private string FullPath(string path)
    {
        string full = ResolvePath(path);
        char last = path[path.Length - 1];
        return last == '/' || last == Path.DirectorySeparatorChar || Directory.Exists(full) ? full.TrimEnd('/', Path.DirectorySeparatorChar) + "/" : full;
    }

    /// <summary>Whether the user typed the parameter.</summary>
    private protected bool Given(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    private static string ZoneName(string zone) => string.Equals(zone, "Local", StringComparison.OrdinalIgnoreCase) ? LocalZone.Name : zone;

    // A whole second is what a schedule keeps.
    private static int? Seconds(TimeSpan? span) => span is { } given ? (int)Math.Min(int.MaxValue, Math.Round(given.TotalSeconds)) : null;

    /// <summary>A time span of whole minutes ("15m", "1h30m", "00:15:00") in AWS's words; any other text as it is.</summary>
    private static string RateText(string rate)
    {
        string trimmed = rate.Trim();
        if (DurationTransformationAttribute.Parse(trimmed) is not { } span || span <= TimeSpan.Zero || span.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            return trimmed;
        }

        // 60m stays 60 minutes, and 24h 24 hours: as it was written it is recognized.
        char written = char.ToLowerInvariant(trimmed[trimmed.Length - 1]);
        (string unit, long ticks) = new[] { (Unit: "day", Ticks: TimeSpan.TicksPerDay), (Unit: "hour", Ticks: TimeSpan.TicksPerHour), (Unit: "minute", Ticks: TimeSpan.TicksPerMinute) }
            .First(one => span.Ticks % one.Ticks == 0 && (one.Unit == "minute" || !char.IsLetter(written) || one.Unit[0] == written));
        long number = span.Ticks / ticks;
        return FormattableString.Invariant($"{number} {unit}{(number == 1 ? "" : "s")}");
    }

    // PowerShell makes a DateTime without a kind of a text: that is the zone's clock. One with a kind is an instant.
    private static string? WallTime(DateTime? time, string zone) => time is not { } given ? null
        : TriggerTime.Write(given.Kind == DateTimeKind.Unspecified || ScheduleZone.Find(zone) is not { } there ? given : TimeZoneInfo.ConvertTime(given, there));

    private static Dictionary<string, string> Texts(Dictionary<string, string?> given) =>
        given.ToDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal);
}
