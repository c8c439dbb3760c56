using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.Schedules;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>A schedule of EventBridge Scheduler.</summary>
/// <param name="Id">Its key in the store; 0 where it is not there yet.</param>
/// <param name="Group">Its group's name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Definition">The members that CreateSchedule and UpdateSchedule give, with their defaults.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Modified">When it was last changed.</param>
/// <param name="Origin">What a rate counts from.</param>
/// <param name="Due">Its next time; null while it is disabled, or when it has no more.</param>
internal sealed record Schedule(
    long Id, string Group, string Name, JsonObject Definition, DateTimeOffset Created, DateTimeOffset Modified, DateTimeOffset Origin, DateTimeOffset? Due)
{
    public string State => Definition.Text("State")!;

    public bool IsEnabled => State == "ENABLED";

    public JsonObject Target => Definition.Object("Target")!;

    public DateTimeOffset? StartDate => Definition.Instant("StartDate");

    /// <summary>Whether it is deleted once its last invocation is over.</summary>
    public bool IsDeletedAtEnd => Definition.Text("ActionAfterCompletion") == "DELETE";

    /// <summary>How long after its time an invocation may start at will.</summary>
    public TimeSpan Window => TimeSpan.FromMinutes(Definition.Object("FlexibleTimeWindow")!.Number("MaximumWindowInMinutes") ?? 0);

    public string Arn(RuntimeIdentity identity) => ArnOf(identity, Group, Name);

    public static string ArnOf(RuntimeIdentity identity, string group, string name) => identity.Arn("scheduler", $"schedule/{group}/{name}");

    /// <summary>Its first time after an instant, within its dates. One-time schedules have no use for dates.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var expression = Expression;
        var name = Definition.Text("ScheduleExpressionTimezone")!;
        var zone = ScheduleZone.Find(name) ?? throw new TimeZoneNotFoundException($"The time zone {name} is not there any more."); // it was when the schedule was made
        if (expression.IsOneTime)
        {
            return expression.Next(after, zone, Origin);
        }

        var from = StartDate is { } start && start > after ? start.AddMilliseconds(-1) : after;
        var next = expression.Next(from, zone, Origin);
        return next > Definition.Instant("EndDate") ? null : next;
    }

    /// <summary>The schedule as it starts: a rate without a start date comes at once.</summary>
    public Schedule Begun(DateTimeOffset now)
    {
        var begun = this with { Origin = StartDate ?? now };
        var after = begun.Expression switch
        {
            AtExpression => AtExpression.TakenFrom(now),
            RateExpression => now.AddMilliseconds(-1),
            _ => now,
        };
        return begun with { Due = IsEnabled ? begun.Next(after) : null };
    }

    /// <summary>The schedule under a new definition. What it counts from stays where neither expression nor start date has changed.</summary>
    public Schedule Updated(JsonObject definition, DateTimeOffset now)
    {
        var updated = this with { Definition = definition, Modified = now };
        var isSame = new[] { "ScheduleExpression", "ScheduleExpressionTimezone", "StartDate" }.All(member => Equals(Definition[member], definition[member]));
        return isSame ? updated with { Due = updated.IsEnabled ? updated.Next(now) : null } : updated.Begun(now);
    }

    private ScheduleExpression Expression => ScheduleExpression.Parse(Definition.Text("ScheduleExpression")!);
}
