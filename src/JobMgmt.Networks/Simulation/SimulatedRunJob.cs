using System.Globalization;
using JobMgmt.Networks.Costs;
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

    // An input that it refuses: input, question whether anybody waits, answer, end.
    private const int TransitionsOfRefusal = 4;

    // The document's steps: choice of a worker, branch, command, report; without a worker no command.
    private const int Steps = 4;
    private const int StepsWithoutCommand = 3;
    private const int ScriptSteps = 2;

    private readonly ApiCalls _calls = new();
    private readonly List<AutomationUse> _automations = new();

    private readonly Dictionary<(string Job, string Item), int> _attempts = new();
    private readonly List<string> _path = new();
    private int _starts;

    /// <summary>The jobs in the order of their first start.</summary>
    internal IReadOnlyList<string> Path => _path;

    /// <summary>The states that RunJob has entered, retries included.</summary>
    internal int StateTransitions { get; private set; }

    /// <summary>The calls that RunJob and its automations make.</summary>
    internal IReadOnlyDictionary<string, int> Calls => _calls.Counts;

    /// <summary>The automations that it has started.</summary>
    internal IReadOnlyList<AutomationUse> Automations => _automations;

    internal static bool IsIt(ScheduleTask task) => task.Resource.EndsWith(":states:startExecution.waitForTaskToken", StringComparison.Ordinal)
        && ((task.Parameters as JsonObject)?["Input"] as JsonObject)?["Commands"] is not null;

    internal IEnumerable<Input> Take(ScheduleTask task, DateTimeOffset now)
    {
        var job = task.StateName;
        var input = (JsonObject)((JsonObject)task.Parameters)["Input"]!;
        Note(job);
        var reply = UsableTags(input["Tags"]) ? Mocked(job, input) : Refused;
        if (reply.Error?.StartsWith("StepFunctions.", StringComparison.Ordinal) == true)
        {
            yield return new TaskFailed(now, task.TaskId, reply.Error, reply.Cause ?? "The start of RunJob was refused.", WasSubmitted: false);
            yield break;
        }

        var report = new SimulatedReport(++_starts);
        yield return new TaskSubmitted(now, task.TaskId, JsonObject.Of(("ExecutionArn", report.RunJobExecutionArn)));
        StateTransitions += reply.Error == "States.Timeout" ? TransitionsAtWork
            : reply.Error is null && IsSuccess(input, reply.ExitCode) ? TransitionsOfSuccess
            : reply.Error == JobErrors.InvalidJobInput ? TransitionsOfRefusal
            : TransitionsOfFailure + (reply.Error == JobErrors.WorkerBusy ? options.WorkerBusyMaxAttempts : 0);
        if (reply.Error == "States.Timeout")
        {
            Count(reply, input, now, DateTimeOffset.MaxValue); // the task's own timer says it
            yield break;
        }

        var answer = Answer(task.TaskId, now, reply, input, report);
        Count(reply, input, now, answer.At);
        yield return answer;
    }

    /// <summary>Notes that a job that is no command begins, and what this attempt comes to.</summary>
    internal JobReply Begin(string job)
    {
        Note(job);
        return Mocked(job, JsonObject.Empty);
    }

    private void Note(string job)
    {
        if (!_path.Contains(job))
        {
            _path.Add(job);
        }
    }

    // The attempts of each item are counted by themselves.
    private JobReply Mocked(string job, JsonObject input)
    {
        var item = (job, input["ItemIndex"]?.ToString() ?? "");
        var attempt = _attempts[item] = 1 + (_attempts.TryGetValue(item, out var before) ? before : 0);
        var reply = mocks.TryGetValue(job, out var mock) ? mock(attempt) : JobReply.Success;
        return reply.ForItem is { } forItem && input["Item"] is { } value && input["ItemIndex"] is JsonNumber number && number.TryToInt64(out var index)
            ? forItem(value, (int)index, attempt)
            : reply;
    }

    // The calls: RunJob asks for the network, starts automations and answers; an automation finds a worker, sends the command, reads itself, of a failed command also its end,
    // and answers.
    private void Count(JobReply reply, JsonObject input, DateTimeOffset now, DateTimeOffset end)
    {
        if (reply.Error == JobErrors.InvalidJobInput)
        {
            _calls.Add(ApiCalls.StepFunctions, 1);
            return;
        }

        var hasCommand = reply.Error is not (JobErrors.WorkerBusy or JobErrors.WorkerSelectionFailed);
        var times = reply.Error == JobErrors.WorkerBusy ? options.WorkerBusyMaxAttempts + 1 : 1;
        for (var i = 0; i < times; i++)
        {
            // One after the other, with waits between them that hold no automation: the first stands for all.
            _automations.Add(new AutomationUse(now, i == 0 ? end : now, hasCommand ? Steps : StepsWithoutCommand, ScriptSteps));
        }

        var isFailure = reply.Error is not null || reply.ExitCode != 0;
        _calls.Add(ApiCalls.StepFunctions, times + (reply.Error == "States.Timeout" ? 1 : 2));
        _calls.Add(ApiCalls.SystemsManager, times * (1 + (hasCommand ? isFailure ? 4 : 3 : 2)) + (reply.Error is null && TellsOutput(input) && IsSuccess(input, reply.ExitCode) ? 1 : 0));
    }

    // RunJob checks its whole input; the tags are the part that comes from the run.
    private static JobReply Refused { get; } = new()
    {
        Error = JobErrors.InvalidJobInput,
        Cause = JsonObject.Of(("Message", "Tags must be an object with at least one tag key and value, the values strings, such as {\"role\":\"job_worker\"}.")).ToString(),
    };

    private Input Answer(long taskId, DateTimeOffset now, JobReply reply, JsonObject input, SimulatedReport report)
    {
        var duration = reply.Duration ?? (reply.Error == JobErrors.WorkerBusy ? BusyWaits() : TimeSpan.Zero);
        if (reply.Error is { } error)
        {
            return new TaskFailed(now + duration, taskId, error, reply.Cause ?? report.Failure(error), WasSubmitted: true);
        }

        var limit = Limit(input["ExecutionTimeout"]);
        if (duration > limit)
        {
            return new TaskFailed(now + limit, taskId, ErrorName(input, JobErrors.TimeoutExitCode), report.TimedOut(), WasSubmitted: true);
        }

        return IsSuccess(input, reply.ExitCode)
            ? new TaskSucceeded(now + duration, taskId, Told(report.Success(reply.ExitCode), input, reply))
            : new TaskFailed(now + duration, taskId, ErrorName(input, reply.ExitCode), reply.Cause ?? report.Failed(reply.ExitCode), WasSubmitted: true);
    }

    private static bool IsSuccess(JsonObject input, int exitCode) =>
        input["SuccessExitCodes"] is JsonArray codes ? codes.OfType<JsonNumber>().Any(code => code.TryToInt64(out var number) && number == exitCode) : exitCode == 0;

    private static bool TellsOutput(JsonObject input) => input["Output"] is JsonString { Value: not "None" };

    private static JsonObject Told(JsonObject report, JsonObject input, JobReply reply) =>
        TellsOutput(input) ? report.With("Output", reply.Output ?? (input["Output"] is JsonString { Value: "Json" } ? JsonObject.Empty : "")) : report;

    private static string ErrorName(JsonObject input, int exitCode) =>
        ((input["ErrorNames"] as JsonObject)?[exitCode.ToString(CultureInfo.InvariantCulture)] as JsonString)?.Value ?? JobErrors.ExecutionFailed;

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
