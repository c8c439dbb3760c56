using JobMgmt.Runtime.Scheduler;
using JobMgmt.Runtime.Store;
using JobMgmt.Schedules;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>What requests about schedules have in common.</summary>
internal static class ScheduleRequest
{
    private const int MostRetries = 185;
    private const int LongestAge = 86_400;
    private static readonly TimeSpan _latestStart = TimeSpan.FromMinutes(5);

    public static string Group(JsonObject request) => request.Text("GroupName") ?? ScheduleGroup.Default;

    /// <summary>The schedule that a request names.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException.</exception>
    public static Schedule Find(StoreConnection store, JsonObject request)
    {
        CheckGroup(store, Group(request));
        var name = request.Text("Name")!;
        return ScheduleStore.Find(store, Group(request), name) ?? throw SchedulerErrors.NoSchedule(name);
    }

    public static void CheckGroup(StoreConnection store, string group)
    {
        if (ScheduleGroupStore.Find(store, group) is null)
        {
            throw SchedulerErrors.NoGroup(group);
        }
    }

    /// <summary>A schedule's members as they are kept: what a request leaves out has its default, also in UpdateSchedule.</summary>
    /// <param name="request">The request.</param>
    /// <param name="targets">What can be a target.</param>
    /// <param name="now">Now.</param>
    /// <param name="before">The members before an update; empty for a new schedule. Dates that stay may lie in the past.</param>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public static JsonObject Definition(JsonObject request, ScheduleTargets targets, DateTimeOffset now, JsonObject before)
    {
        CheckExpression(request);
        CheckDates(request, now, before);
        CheckWindow(request.Object("FlexibleTimeWindow")!);
        var target = request.Object("Target")!;
        targets.Check(target);
        var policy = target.Object("RetryPolicy") ?? JsonObject.Empty;
        return JsonObject.Of(
            ("ActionAfterCompletion", request.Text("ActionAfterCompletion") ?? "NONE"),
            ("Description", request.Text("Description")),
            ("EndDate", request.Instant("EndDate")?.EpochSeconds()),
            ("FlexibleTimeWindow", request.Object("FlexibleTimeWindow")),
            ("KmsKeyArn", request.Text("KmsKeyArn")),
            ("ScheduleExpression", request.Text("ScheduleExpression")),
            ("ScheduleExpressionTimezone", request.Text("ScheduleExpressionTimezone") ?? "UTC"),
            ("StartDate", request.Instant("StartDate")?.EpochSeconds()),
            ("State", request.Text("State") ?? "ENABLED"),
            ("Target", target.With("RetryPolicy", JsonObject.Of(
                ("MaximumEventAgeInSeconds", policy.Number("MaximumEventAgeInSeconds") ?? LongestAge), ("MaximumRetryAttempts", policy.Number("MaximumRetryAttempts") ?? MostRetries)))));
    }

    private static void CheckExpression(JsonObject request)
    {
        var expression = request.Text("ScheduleExpression")!;
        try
        {
            ScheduleExpression.Parse(expression);
        }
        catch (ScheduleSyntaxException)
        {
            throw SchedulerErrors.Invalid($"Invalid Schedule Expression {expression}.");
        }

        if (request.Text("ScheduleExpressionTimezone") is { } zone && ScheduleZone.Find(zone) is null)
        {
            throw SchedulerErrors.Invalid($"Invalid Schedule Expression Timezone {zone}.");
        }
    }

    private static void CheckDates(JsonObject request, DateTimeOffset now, JsonObject before)
    {
        var (start, end) = (request.Instant("StartDate"), request.Instant("EndDate"));
        if (start < now - _latestStart && start != before.Instant("StartDate"))
        {
            throw SchedulerErrors.Invalid("The StartDate you specify cannot be earlier than 5 minutes ago.");
        }

        if (end < now && end != before.Instant("EndDate"))
        {
            throw SchedulerErrors.Invalid("The EndDate you specify cannot be earlier than now.");
        }

        if (end < start)
        {
            throw SchedulerErrors.Invalid("The StartDate you specify must come before the EndDate you specify.");
        }
    }

    private static void CheckWindow(JsonObject window)
    {
        var (mode, most) = (window.Text("Mode"), window.Number("MaximumWindowInMinutes"));
        if (mode == "FLEXIBLE" && most is null)
        {
            throw SchedulerErrors.Invalid("MaximumWindowInMinutes must be provided if flexible mode is set.");
        }

        if (mode == "OFF" && most is not null)
        {
            throw SchedulerErrors.Invalid("A flexible time window cannot be provided with mode set to off.");
        }
    }
}
