using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The states that start WatchDeadline, and go on: one for all deadlines that the run's start decides on, and one before the work of each job that may take only so long.</summary>
internal sealed class DeadlineStates(JobNetwork network, RunJobStackNames names, RunJobStackOptions options)
{
    private const string Kind = "Kind";
    private const string MaxDuration = "MaxDuration";
    private const string StartBy = "StartBy";
    private const string FinishBy = "FinishBy";
    private const string StopMember = "Stop";
    private const string ZoneMember = "TimeZone";
    private const string Deadlines = "Deadlines";

    /// <summary>Whether the run's start decides on deadlines.</summary>
    internal static bool HasAny(JobNetwork network) => network.MaxDuration is not null || network.FinishBy is not null || network.Jobs.Any(job => job.StartBy is not null || job.FinishBy is not null);

    /// <summary>The state behind the one that reads the input.</summary>
    internal KeyValuePair<string, JsonValue> OfRun(string next)
    {
        var deadlines = new List<JsonObject>();
        if (network.MaxDuration is { } most)
        {
            deadlines.Add(Duration(most, "The run"));
        }

        if (network.FinishBy is { } by)
        {
            deadlines.Add(Time(FinishBy, by, "The run should have ended"));
        }

        for (var i = 0; i < network.Jobs.Count; i++)
        {
            if (network.Jobs[i].StartBy is { } start)
            {
                deadlines.Add(OfJob(i, Time(StartBy, start, $"The job '{network.Jobs[i].Name}' should have started")));
            }

            if (network.Jobs[i].FinishBy is { } finish)
            {
                deadlines.Add(OfJob(i, Time(FinishBy, finish, $"The job '{network.Jobs[i].Name}' should have ended")));
            }
        }

        return Asl.State(NetworkStateNames.WatchRun, Watch(0, deadlines, next));
    }

    /// <summary>The state before a job's work.</summary>
    internal KeyValuePair<string, JsonValue> OfJob(int index, string next) => Asl.State(
        NetworkStateNames.WatchJob(index), Watch(index + 1, new[] { OfJob(index, Duration(network.Jobs[index].MaxDuration!.Value, $"The job '{network.Jobs[index].Name}'")) }, next));

    /// <summary>A network with the deadlines that its definition says; those of its jobs are marks of theirs.</summary>
    internal static JobNetwork Read(JobNetwork network, IEnumerable<JsonObject> scopes)
    {
        var inputs = scopes.SelectMany(states => states).Where(state => state.Key == NetworkStateNames.WatchRun || NetworkStateNames.IsWatchOfJob(state.Key))
            .Select(state => ((state.Value as JsonObject)?["Arguments"] as JsonObject)?["Input"] as JsonObject).OfType<JsonObject>().ToArray();
        var all = inputs.SelectMany(input => input[Deadlines] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>().ToArray();
        JsonObject? Own(string kind) => all.FirstOrDefault(one => !one.Contains("Job") && (one[Kind] as JsonString)?.Value == kind);
        return network with
        {
            MaxDuration = JobStateReader.Whole(Own(MaxDuration)?["Seconds"]),
            FinishBy = (Own(FinishBy)?["Time"] as JsonString)?.Value,
            TimeZone = all.Select(one => (one[ZoneMember] as JsonString)?.Value).FirstOrDefault(zone => zone is not null),
            StopOnDeadline = inputs.Any(input => input[StopMember] is JsonBoolean { Value: true }),
        };
    }

    private static JsonObject Duration(int seconds, string what) => JsonObject.Of(
        (Kind, MaxDuration),
        ("Seconds", seconds),
        ("At", JsonataText.Expression(string.Format(CultureInfo.InvariantCulture, "$fromMillis($toMillis($states.context.State.EnteredTime) + {0}000)", seconds))),
        ("Message", JsonataText.Constant(string.Format(CultureInfo.InvariantCulture, "{0} takes longer than {1}.", what, Files.FileDuration.Write(seconds)))));

    private JsonObject Time(string kind, string time, string what) => JsonObject.Of(
        (Kind, kind),
        ("Time", time),
        (ZoneMember, network.TimeZone is { } zone ? (JsonValue)zone : null),
        ("At", JsonataText.Expression(DeadlineTime.Next(time, network.TimeZone))),
        ("Message", JsonataText.Constant($"{what} by {time} ({network.TimeZone ?? "UTC"}).")));

    // By these the watch finds the job in the run's history.
    private JsonObject OfJob(int index, JsonObject deadline)
    {
        var job = network.Jobs[index];
        var work = job.ForEach is null ? job.Name : NetworkStateNames.ForEachItem(index);
        return deadline
            .With("Job", JsonataText.Constant(job.Name))
            .With("State", JsonataText.Constant(work))
            .With("Begin", JsonataText.Constant(job.Hold ? NetworkStateNames.Hold(index) : job.Lock is not null ? NetworkStateNames.TakeLock(index) : job.MaxDuration is not null ? NetworkStateNames.WatchJob(index) : work))
            .With("Decision", NetworkStateNames.RunJob(index));
    }

    // The run is worth more than its watch: where that can't be started, the run goes on. By its name a watch is started once.
    private JsonObject Watch(int number, IReadOnlyList<JsonObject> deadlines, string next) => JsonObject.Of(
        ("Type", "Task"),
        ("Comment", "Starts what raises an alert when a deadline is over; it is not waited for."),
        ("Resource", $"arn:{names.Partition}:states:::states:startExecution"),
        ("Arguments", JsonObject.Of(
            ("StateMachineArn", names.WatchDeadlineArn),
            ("Name", JsonataText.Expression(string.Format(
                CultureInfo.InvariantCulture, "$substring($states.context.Execution.Name, 0, 40) & \"-watch-{0}-\" & $substring($hash($states.context.Execution.Id, \"SHA-256\"), 0, 16)", number))),
            ("Input", JsonObject.Of(
                (NestedState.StartedBy, JsonataText.Expression("$states.context.Execution.Id")),
                ("ExecutionArn", JsonataText.Expression("$states.context.Execution.Id")),
                ("StartTime", JsonataText.Expression("$states.context.Execution.StartTime")),
                ("NetworkName", JsonataText.Constant(network.Name)),
                ("Channel", network.AlertChannel ?? options.DefaultChannel),
                (StopMember, network.StopOnDeadline),
                (Deadlines, new JsonArray(deadlines)))))),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Asl.Never("StepFunctions.ExecutionAlreadyExistsException"), Asl.Retrier(1, 2, 6, maxDelay: 30, jitter: true, "States.ALL"))),
        ("Catch", Asl.List(Asl.Catcher(next, Asl.Input, "States.ALL"))),
        ("Output", Asl.Input),
        ("Next", next));
}
