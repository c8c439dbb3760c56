using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Triggers;
using JobMgmt.Schedules;

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

    /// <summary>The IANA zone whose clock the times mean, or Local for this machine's; UTC when left out.</summary>
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

    /// <summary>A trigger with what was given in place of what it had.</summary>
    private protected JobTrigger Apply(JobTrigger trigger)
    {
        string zone = Given(nameof(TimeZone)) ? ZoneName(TimeZone!) : trigger.TimeZone;
        trigger = trigger with { TimeZone = zone };
        if (Given(nameof(Cron)) || Given(nameof(Rate)) || Given(nameof(At)))
        {
            trigger = trigger with { Cron = Cron, Rate = Rate is null ? null : RateText(Rate), At = WallTime(At, zone) };
        }

        return trigger with
        {
            StartDate = Given(nameof(StartDate)) ? WallTime(StartDate, zone) : trigger.StartDate,
            EndDate = Given(nameof(EndDate)) ? WallTime(EndDate, zone) : trigger.EndDate,
            FlexibleWindow = Given(nameof(FlexibleWindow)) ? Seconds(FlexibleWindow) : trigger.FlexibleWindow,
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

    /// <summary>Whether the user typed the parameter.</summary>
    private protected bool Given(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    private static string ZoneName(string zone) => string.Equals(zone, "Local", StringComparison.OrdinalIgnoreCase) ? LocalZone.Name : zone;

    // A whole second is what a schedule keeps.
    private static int? Seconds(TimeSpan? span) => span is { } given ? (int)Math.Min(int.MaxValue, Math.Round(given.TotalSeconds)) : null;

    /// <summary>"15m", "2h" and "1d" in AWS's words; any other text as it is.</summary>
    private static string RateText(string rate)
    {
        string trimmed = rate.Trim();
        if (trimmed.Length < 2 || !trimmed.Take(trimmed.Length - 1).All(c => c is >= '0' and <= '9'))
        {
            return trimmed;
        }

        string number = trimmed.Substring(0, trimmed.Length - 1);
        string? unit = char.ToLowerInvariant(trimmed[trimmed.Length - 1]) switch { 'm' => "minute", 'h' => "hour", 'd' => "day", _ => null };
        return unit is null ? trimmed : $"{number} {unit}{(number == "1" ? "" : "s")}";
    }

    // PowerShell makes a DateTime without a kind of a text: that is the zone's clock. One with a kind is an instant.
    private static string? WallTime(DateTime? time, string zone) => time is not { } given ? null
        : TriggerTime.Write(given.Kind == DateTimeKind.Unspecified || ScheduleZone.Find(zone) is not { } there ? given : TimeZoneInfo.ConvertTime(given, there));

    private static Dictionary<string, string> Texts(Dictionary<string, string?> given) =>
        given.ToDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal);
}
