using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Scheduler;

/// <summary>Schedules on a clock of the test's own, with a state machine as target; the clock begins at noon.</summary>
public abstract class ScheduleTestBase : RestartableTests
{
    private protected const string Machine = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
    private protected const string Bus = "arn:aws:events:us-east-1:000000000000:event-bus/default";
    private const string Group = "arn:aws:logs:us-east-1:000000000000:log-group:/events";

    private protected Task<JsonObject> CallAsync(string operation, params (string Name, JsonValue? Value)[] members) => Runtime.CallAsync("scheduler", operation, members);

    private protected Task<string> CreateMachineAsync() => States.CreateAsync("m", """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""");

    /// <summary>A request for a schedule, with further members, or others, as JSON.</summary>
    private protected static JsonObject Request(string name, string expression, string members = "{}", string target = "{}")
    {
        var all = JsonObject.Of(
            ("Name", name),
            ("ScheduleExpression", expression),
            ("FlexibleTimeWindow", JsonObject.Of(("Mode", "OFF"))),
            ("Target", Joined(JsonObject.Of(("Arn", Machine), ("RoleArn", StatesDriver.Role)), target)));
        return Joined(all, members);
    }

    private protected Task<JsonObject> CreateAsync(string name, string expression, string members = "{}", string target = "{}") =>
        Runtime.Client.CallAsync("scheduler", "CreateSchedule", Request(name, expression, members, target));

    /// <summary>The machine's executions once there are so many, by their start.</summary>
    private protected async Task<JsonObject[]> ExecutionsAsync(int count)
    {
        var found = await Eventually.GetAsync(
            async () => (await States.CallAsync("ListExecutions", ("stateMachineArn", Machine))).Objects("executions"), executions => executions.Count >= count);
        Assert.Equal(count, found.Count);
        return [.. await Task.WhenAll(found.Reverse().Select(execution => States.DescribeAsync(execution.Text("executionArn")!)))];
    }

    /// <summary>Sends what comes on the bus from a source to a log group, to be read by <see cref="EventsAsync"/>.</summary>
    private protected async Task LogEventsAsync(string source)
    {
        await Runtime.CallAsync("events", "PutRule", ("Name", "log"), ("EventPattern", JsonObject.Of(("source", new JsonArray([source]))).ToString()));
        await Runtime.CallAsync("events", "PutTargets", ("Rule", "log"), ("Targets", new JsonArray([JsonObject.Of(("Id", "log"), ("Arn", Group))])));
    }

    private protected async Task<JsonObject[]> EventsAsync(int count)
    {
        var found = await Eventually.GetAsync(LoggedAsync, events => events.Length >= count);
        Assert.Equal(count, found.Length);
        return found;
    }

    /// <summary>Sets the clock on to a time of the day on which it began, or of a later day, and waits until all that was due then is over.</summary>
    private protected async Task AdvanceToAsync(string time)
    {
        Clock.SetUtcNow(At(time));
        await SettleAsync();
    }

    private protected static DateTimeOffset At(string time) => DateTimeOffset.ParseExact(
        time.Length == 5 ? $"2026-11-24 {time}:00" : time.Length == 8 ? $"2026-11-24 {time}" : time, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Waits until nothing is due and no target is owed anything by now.</summary>
    private protected Task SettleAsync() => Eventually.IsTrueAsync(() => ScheduleState.IsSettled(Runtime, Clock.GetUtcNow()));

    private async Task<JsonObject[]> LoggedAsync()
    {
        try
        {
            var page = await Runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", "/events"));
            return [.. page.Objects("events").Select(entry => (JsonObject)JsonValue.Parse(entry.Text("message")!))];
        }
        catch (AwsErrorException error) when (error.Code == "ResourceNotFoundException")
        {
            return []; // no event came yet
        }
    }

    private static JsonObject Joined(JsonObject one, string other) => ((JsonObject)JsonValue.Parse(other)).Aggregate(one, (all, member) => all.With(member.Key, member.Value));
}
