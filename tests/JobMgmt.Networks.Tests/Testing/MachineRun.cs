using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Tests.Interpreter;

namespace JobMgmt.Networks.Tests.Testing;

/// <summary>Runs a generated definition in the interpreter with scripted answers: by state name, one answer an attempt, the last one standing.</summary>
internal sealed class MachineRun
{
    private readonly Dictionary<string, Queue<Reply>> _replies = [];

    internal List<ScheduleTask> Tasks { get; } = [];

    internal ExecutionDriver Driver { get; private set; } = null!;

    internal ExecutionOutcome? Outcome => Driver.Outcome;

    internal TimeSpan Elapsed => Driver.Now - ExecutionDriver.Start;

    internal IEnumerable<string> Entered => Driver.Events
        .Where(item => item.Type.EndsWith("StateEntered", StringComparison.Ordinal))
        .Select(item => ((JsonString)item.Details!["name"]!).Value);

    internal MachineRun Succeeds(string state, string output) => Add(state, new Reply(JsonValue.Parse(output), null, null, false));

    internal MachineRun Fails(string state, string? error, string? cause, bool submitted = true) => Add(state, new Reply(null, error, cause, submitted));

    /// <summary>The call is accepted with this answer, and nothing more comes.</summary>
    internal MachineRun Hangs(string state, string answer = "{}") => Add(state, new Reply(JsonValue.Parse(answer), null, null, true) { Silent = true });

    internal MachineRun Run(JsonObject definition, string input)
    {
        var (machine, diagnostics) = AslReader.Read(definition.ToString());
        Assert.Empty(diagnostics);
        Driver = new ExecutionDriver(machine!) { Serializes = true, Answer = Answer }.Run(JsonValue.Parse(input));
        return this;
    }

    internal JsonObject Parameters(string state, int attempt = 0) => (JsonObject)Tasks.Where(task => task.StateName == state).ElementAt(attempt).Parameters;

    private MachineRun Add(string state, Reply reply)
    {
        if (!_replies.TryGetValue(state, out var queue))
        {
            _replies.Add(state, queue = new Queue<Reply>());
        }

        queue.Enqueue(reply);
        return this;
    }

    private IEnumerable<Input> Answer(ScheduleTask task, DateTimeOffset now)
    {
        Tasks.Add(task);
        var waits = task.Resource.Contains(".waitForTaskToken", StringComparison.Ordinal) || task.Resource.Contains(".sync", StringComparison.Ordinal);
        var reply = _replies.TryGetValue(task.StateName, out var queue) ? queue.Count > 1 ? queue.Dequeue() : queue.Peek() : new Reply(JsonObject.Empty, null, null, false);
        if (waits && (reply.Silent || reply.Submitted || reply.Output is not null))
        {
            yield return new TaskSubmitted(now, task.TaskId, reply.Silent ? reply.Output! : JsonObject.Empty);
        }

        if (!reply.Silent)
        {
            yield return reply.Output is not null
                ? new TaskSucceeded(now, task.TaskId, reply.Output)
                : new TaskFailed(now, task.TaskId, reply.Error, reply.Cause, reply.Submitted);
        }
    }

    private sealed record Reply(JsonValue? Output, string? Error, string? Cause, bool Submitted)
    {
        internal bool Silent { get; init; }
    }
}
