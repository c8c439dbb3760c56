using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>RunJob, seen from a network: it answers each start by task token, with what the mocks say and in the form in which the real one reports.</summary>
internal sealed class SimulatedRunJob(IReadOnlyDictionary<string, Func<int, JobReply>> mocks, RunJobStackOptions options)
{
    // The states of RunJob: input, question to the network, work, answer; a failed job's execution ends in one more. Without an answer it is still at work.
    private const int TransitionsOfSuccess = 4;
    private const int TransitionsOfFailure = 5;
    private const int TransitionsAtWork = 3;

    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);
    private readonly List<string> _path = new();
    private int _starts;

    /// <summary>The jobs in the order of their first start.</summary>
    internal IReadOnlyList<string> Path => _path;

    /// <summary>The states that RunJob has entered, retries included.</summary>
    internal int StateTransitions { get; private set; }

    internal static bool IsIt(ScheduleTask task) => task.Resource.EndsWith(":states:startExecution.waitForTaskToken", StringComparison.Ordinal)
        && ((task.Parameters as JsonObject)?["Input"] as JsonObject)?["Commands"] is not null;

    internal IEnumerable<Input> Take(ScheduleTask task, DateTimeOffset now)
    {
        var job = task.StateName;
        if (!_attempts.TryGetValue(job, out var attempts))
        {
            _path.Add(job);
        }

        _attempts[job] = ++attempts;
        var input = (JsonObject)((JsonObject)task.Parameters)["Input"]!;
        var reply = UsableTags(input["Tags"]) ? mocks.TryGetValue(job, out var mock) ? mock(attempts) : JobReply.Success : Refused;
        if (reply.Error?.StartsWith("StepFunctions.", StringComparison.Ordinal) == true)
        {
            yield return new TaskFailed(now, task.TaskId, reply.Error, reply.Cause ?? "The start of RunJob was refused.", WasSubmitted: false);
            yield break;
        }

        var report = new SimulatedReport(++_starts);
        yield return new TaskSubmitted(now, task.TaskId, JsonObject.Of(("ExecutionArn", report.RunJobExecutionArn)));
        StateTransitions += reply.Error == "States.Timeout" ? TransitionsAtWork
            : reply.Error is null && reply.ExitCode == 0 ? TransitionsOfSuccess
            : TransitionsOfFailure + (reply.Error == JobErrors.WorkerBusy ? options.WorkerBusyMaxAttempts : 0);
        if (reply.Error != "States.Timeout") // the task's own timer says it
        {
            yield return Answer(task.TaskId, now, reply, Limit(input["ExecutionTimeout"]), report);
        }
    }

    // RunJob checks its whole input; the tags are the part that comes from the run.
    private static JobReply Refused { get; } = new()
    {
        Error = JobErrors.InvalidJobInput,
        Cause = JsonObject.Of(("Message", "Tags must be an object with at least one tag key and value, the values strings, such as {\"role\":\"job_worker\"}.")).ToString(),
    };

    private Input Answer(long taskId, DateTimeOffset now, JobReply reply, TimeSpan limit, SimulatedReport report)
    {
        var duration = reply.Duration ?? (reply.Error == JobErrors.WorkerBusy ? BusyWaits() : TimeSpan.Zero);
        if (reply.Error is { } error)
        {
            return new TaskFailed(now + duration, taskId, error, reply.Cause ?? report.Failure(error), WasSubmitted: true);
        }

        if (duration > limit)
        {
            return new TaskFailed(now + limit, taskId, JobErrors.ExecutionFailed, report.TimedOut(), WasSubmitted: true);
        }

        return reply.ExitCode == 0
            ? new TaskSucceeded(now + duration, taskId, report.Success())
            : new TaskFailed(now + duration, taskId, JobErrors.ExecutionFailed, reply.Cause ?? report.Failed(reply.ExitCode), WasSubmitted: true);
    }

    private TimeSpan BusyWaits()
    {
        var (seconds, wait) = (0.0, (double)options.WorkerBusyIntervalSeconds);
        for (var i = 0; i < options.WorkerBusyMaxAttempts; i++, wait *= options.WorkerBusyBackoffRate)
        {
            seconds += wait;
        }

        return TimeSpan.FromSeconds(seconds);
    }

    private static bool UsableTags(JsonValue? tags) => tags is JsonObject { Count: > 0 } named && named.All(tag => tag.Value is JsonString);

    private static TimeSpan Limit(JsonValue? seconds) => TimeSpan.FromSeconds(
        int.TryParse(seconds is JsonString text ? text.Value : (seconds as JsonNumber)?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given : JobDefinition.DefaultExecutionTimeout);
}
