using JobMgmt.Networks.Definitions;
using JobMgmt.Schedules;
using JobMgmt.Schedules.Calendars;

namespace JobMgmt.Networks.Triggers;

/// <summary>Finds every fault of a trigger before it is sent anywhere. Never throws.</summary>
public static class TriggerValidator
{
    // A schedule's name has 64 characters, and the network's is in it too.
    internal const int MaxName = 32;

    private const int MostWindow = 1440 * 60;
    private const int MostAttempts = 185;
    private const int LeastAge = 60;
    private const int MostAge = 86_400;

    /// <summary>The faults of one trigger.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="network">Its network.</param>
    /// <param name="place">Where it stands in the network's definition; empty where it stands alone.</param>
    public static IReadOnlyList<NetworkFault> Validate(JobTrigger trigger, JobNetwork network, string place = "")
    {
        var faults = new List<NetworkFault>();
        var thing = $"trigger '{trigger.Name}'";
        void Fault(string member, string message, string fix) => faults.Add(new NetworkFault(thing, place.Length == 0 ? member : $"{place}.{member}", message, fix));
        if (trigger.Name.Length is 0 or > MaxName || !trigger.Name.All(IsNameCharacter))
        {
            Fault("Name", $"'{trigger.Name}' is no name for a trigger.", $"Use 1 to {MaxName} of the characters A-Z a-z 0-9 _ -");
        }

        CheckWhen(trigger, network.Name, Fault);
        CheckNumbers(trigger, Fault);
        TagRules.Check(thing, place.Length == 0 ? "Tag" : place + ".Tag", trigger.Tag, faults);
        if (ParameterRules.Fault(network, (trigger.Parameter ?? new Dictionary<string, string>()).ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal)) is { } unfit)
        {
            Fault("Parameter", unfit.Message, unfit.Fix);
        }

        return faults;
    }

    internal static void Check(JobNetwork network, List<NetworkFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (network.Triggers?.Count ?? 0); i++)
        {
            var trigger = network.Triggers![i];
            faults.AddRange(Validate(trigger, network, $"Triggers[{i}]"));
            if (!seen.Add(trigger.Name))
            {
                faults.Add(new NetworkFault($"trigger '{trigger.Name}'", $"Triggers[{i}].Name", "The name is already that of another trigger of the network.", "Give each trigger of a network a name of its own."));
            }
        }
    }

    private static void CheckWhen(JobTrigger trigger, string network, Action<string, string, string> fault)
    {
        var kinds = new[]
        {
            ("Cron", trigger.Cron), ("Rate", trigger.Rate), ("At", trigger.At), ("EventPattern", trigger.EventPattern), ("OnFile", trigger.OnFile), ("OnPath", trigger.OnPath), ("After", trigger.After),
        }.Where(kind => kind.Item2 is not null).Select(kind => kind.Item1).ToArray();
        if (kinds.Length != 1)
        {
            fault(
                kinds.Length == 0 ? "Cron" : kinds[1],
                kinds.Length == 0 ? "The trigger does not say when to start the network." : $"The trigger has both {kinds[0]} and {kinds[1]}.",
                "Give exactly one of Cron, Rate, At, EventPattern, OnFile, OnPath and After.");
            return;
        }

        if (trigger.OnlyIf != TriggerOnlyIf.Succeeded && trigger.After is null)
        {
            fault("OnlyIf", "Only a trigger with After has it.", "Leave it out.");
        }

        CheckCalendar(trigger, kinds[0], fault);
        CheckStartBy(trigger, kinds[0], fault);
        if (!trigger.IsTime)
        {
            CheckEvent(trigger, kinds[0], network, fault);
            return;
        }

        try
        {
            TriggerExpressions.Of(trigger);
        }
        catch (ScheduleSyntaxException e)
        {
            fault(kinds[0], $"'{trigger.Cron ?? trigger.Rate ?? trigger.At}' is not usable: {(e.Field.Length == 0 ? "" : e.Field + ", ")}column {e.Position.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {e.Fault}", e.Fix);
        }

        if (ScheduleZone.Find(trigger.TimeZone) is null)
        {
            fault("TimeZone", $"'{trigger.TimeZone}' is no time zone that this machine knows.", "Use an IANA name, such as Asia/Tokyo, Europe/Berlin or UTC.");
        }

        var (start, end) = (CheckDate("StartDate", trigger.StartDate, fault), CheckDate("EndDate", trigger.EndDate, fault));
        if (trigger.At is not null && (trigger.StartDate ?? trigger.EndDate) is not null)
        {
            fault(trigger.StartDate is null ? "EndDate" : "StartDate", "A trigger with At starts once and has no period.", "Leave StartDate and EndDate out.");
        }
        else if (start is { } from && end is { } until && until <= from)
        {
            fault("EndDate", "The end is not after the start.", "Give a later EndDate, or an earlier StartDate.");
        }

        // AWS does not say what becomes of it.
        if (trigger.At is { } at && TriggerTime.Read(at) is not null && ScheduleZone.Find(trigger.TimeZone) is { } zone && TriggerExpressions.Of(trigger)[0] is AtExpression once && once.IsLeftOut(zone))
        {
            fault("At", $"There is no {at.Replace('T', ' ')} in {trigger.TimeZone}: its clock is set past that time for daylight saving.", "Give an earlier or a later time.");
        }
    }

    private static void CheckCalendar(JobTrigger trigger, string kind, Action<string, string, string> fault)
    {
        if (trigger.Calendar is null)
        {
            if (trigger.Shift != CalendarShift.None || trigger.BusinessDay is not null)
            {
                fault(trigger.BusinessDay is null ? "Shift" : "BusinessDay", "No calendar says which days are business days.", "Give Calendar too (New-JobCalendar makes one).");
            }

            return;
        }

        if (kind != "Cron")
        {
            if (trigger.IsTime || trigger.StartBy is null || trigger.Shift != CalendarShift.None || trigger.BusinessDay is not null)
            {
                fault("Calendar", $"A calendar goes with days, and {kind} names none.", "Give a Cron, or leave Calendar out. With StartBy, an event's calendar says on which days a run is to have begun.");
            }

            return;
        }

        IReadOnlyList<ScheduleExpression> expressions;
        try
        {
            expressions = TriggerExpressions.Of(trigger);
        }
        catch (ScheduleSyntaxException)
        {
            return; // told of the cron itself
        }

        try
        {
            foreach (var expression in expressions)
            {
                TriggerExpressions.Rule(trigger, expression);
            }
        }
        catch (ScheduleSyntaxException e)
        {
            fault(e.Field is "Shift" or "BusinessDay" ? e.Field : "Cron", e.Fault, e.Fix);
        }
    }

    private static void CheckStartBy(JobTrigger trigger, string kind, Action<string, string, string> fault)
    {
        if (trigger.StartBy is null)
        {
            return;
        }

        if (TriggerTime.ReadTimeOfDay(trigger.StartBy) is not { } by)
        {
            fault("StartBy", $"'{trigger.StartBy}' is no time of day.", "Write it as 02:00, from 00:00 to 23:59.");
        }
        else if (kind is "Rate" or "At")
        {
            fault("StartBy", $"{kind} names no days on which a run is to have begun.", "Give a Cron or an event, or leave StartBy out.");
        }
        else if (kind == "Cron" && TriggerSchedules.FirstTimeOfDay(trigger) is { } first && first >= by)
        {
            if (first == by)
            {
                fault("StartBy", $"The trigger itself is due at {trigger.StartBy}, so a run can't have begun by then.", "Give a later time, if only by a minute.");
            }
            else if (!TriggerSchedules.HasNextDays(trigger))
            {
                fault(
                    "StartBy", $"The trigger is due no earlier than {first:hh\\:mm}, so {trigger.StartBy} is on the day after, which AWS's cron can't say of days of the month, of months or of years.",
                    "Give a later time, days of the week, or a Calendar, which decides by the day on which the trigger is due.");
            }
        }
    }

    private static void CheckEvent(JobTrigger trigger, string kind, string network, Action<string, string, string> fault)
    {
        if (new (string Name, bool IsGiven)[]
            {
                ("StartDate", trigger.StartDate is not null), ("EndDate", trigger.EndDate is not null), ("FlexibleWindow", trigger.FlexibleWindow is not null), ("OnGap", trigger.OnGap != TriggerGap.Skip),
                ("OnRepeat", trigger.OnRepeat != TriggerRepeat.Once),
            }.FirstOrDefault(member => member.IsGiven).Name is { } unfit)
        {
            fault(unfit, $"A trigger with {kind} has no times, so no {unfit}.", "Leave it out.");
        }

        if (trigger.After == network)
        {
            fault("After", "A network can't come after itself.", "Name another network.");
        }

        if (EventPatterns.Fault(trigger) is { } wrong)
        {
            fault(kind, wrong.Message, wrong.Fix);
        }

        if (TriggerRules.Template(network, trigger).Length is var length && length > TriggerRules.MaxTemplate)
        {
            fault(
                kind,
                $"The trigger '{trigger.Name}' has {length.ToString(System.Globalization.CultureInfo.InvariantCulture)} characters as its rule holds it, and EventBridge takes {TriggerRules.MaxTemplate.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
                "Give it fewer or shorter parameters and tags, or a shorter pattern.");
        }
    }

    private static DateTime? CheckDate(string member, string? text, Action<string, string, string> fault)
    {
        if (text is null)
        {
            return null;
        }

        if (TriggerTime.Read(text) is { } time)
        {
            return time;
        }

        fault(member, $"'{text}' is no time.", "Write yyyy-mm-ddThh:mm:ss, by the clock of TimeZone.");
        return null;
    }

    private static void CheckNumbers(JobTrigger trigger, Action<string, string, string> fault)
    {
        if (trigger.FlexibleWindow is { } window && (window is < 60 or > MostWindow || window % 60 != 0))
        {
            fault("FlexibleWindow", "The window is not usable.", "Give whole minutes, from 1 minute to 24 hours.");
        }

        if (trigger.RetryAttempts is < 0 or > MostAttempts)
        {
            fault("RetryAttempts", "The number of retries is not usable.", $"Give 0 to {MostAttempts}.");
        }

        if (trigger.RetryAge is < LeastAge or > MostAge)
        {
            fault("RetryAge", "The time for retries is not usable.", "Give 1 minute to 24 hours.");
        }

        if (trigger.DeadLetterQueue is { } queue && !(queue.StartsWith("arn:", StringComparison.Ordinal) && queue.Split(':') is { Length: 6 } parts && parts[2] == "sqs"))
        {
            fault("DeadLetterQueue", $"'{queue}' is no queue's ARN.", "Give the ARN of an SQS queue: arn:aws:sqs:<region>:<account>:<name>.");
        }
    }

    private static bool IsNameCharacter(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-';
}
