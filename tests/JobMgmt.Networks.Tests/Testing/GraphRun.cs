using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Tests.Interpreter;

namespace JobMgmt.Networks.Tests.Testing;

/// <summary>
/// Runs a compiled network in the interpreter, with jobs that take the time that they are said to and gates that behave as executions with a name do: whoever comes first
/// makes them, stopping ends the waits for them, and none can be made twice.
/// </summary>
internal sealed class GraphRun
{
    private readonly JobNetwork _network;
    private readonly IReadOnlyList<double> _durations;
    private readonly HashSet<string> _fails;
    private readonly ExecutionDriver _driver;
    private readonly SortedSet<(double End, int Job, long Task)> _running = [];
    private readonly Dictionary<string, JsonObject?> _gates = [];
    private readonly Dictionary<string, List<long>> _waiting = [];
    private readonly Queue<Input> _answers = new();
    private double _clock;

    internal GraphRun(JobNetwork network, IReadOnlyList<double> durations, IEnumerable<string>? fails = null)
    {
        _network = network;
        _durations = durations;
        _fails = [.. fails ?? []];
        var (machine, diagnostics) = AslReader.Read(NetworkCompiler.Compile(network, Samples.Names).ToString());
        Assert.Empty(diagnostics);
        _driver = new ExecutionDriver(machine!) { Serializes = true, Answer = (task, _) => { Take(task); return []; } };
    }

    /// <summary>When each job was started, by name.</summary>
    internal Dictionary<string, double> Starts { get; } = [];

    internal List<string> Alerts { get; } = [];

    internal ExecutionOutcome Outcome => _driver.Outcome!;

    internal int Transitions => _driver.Events.Count(item => item.Type.EndsWith("StateEntered", StringComparison.Ordinal));

    internal GraphRun Run(string input = """{"role":"worker"}""")
    {
        _driver.Tell(new ExecutionStart(_driver.Now, ExecutionDriver.Facts, JsonValue.Parse(input), 7));
        while (_driver.Outcome is null && (_answers.Count > 0 || _running.Count > 0))
        {
            if (!_answers.TryDequeue(out var answer))
            {
                var next = _running.Min;
                _running.Remove(next);
                _clock = next.End;
                answer = _fails.Contains(_network.Jobs[next.Job].Name)
                    ? new TaskFailed(_driver.Now, next.Task, "ExecutionFailed", $"{_network.Jobs[next.Job].Name} failed", WasSubmitted: true)
                    : new TaskSucceeded(_driver.Now, next.Task, JsonObject.Of(("Job", _network.Jobs[next.Job].Name)));
            }

            _driver.Tell(answer);
        }

        Assert.True(_driver.Outcome is not null, "The run waits for something that nobody brings.");
        return this;
    }

    private void Take(ScheduleTask task)
    {
        var parameters = (JsonObject)task.Parameters;
        var index = _network.Jobs.Select(job => job.Name).ToList().IndexOf(task.StateName);
        if (index >= 0)
        {
            Starts.Add(task.StateName, _clock);
            _running.Add((_clock + _durations[index], index, task.TaskId));
            return;
        }

        if (task.StateName.StartsWith("Alert", StringComparison.Ordinal))
        {
            Alerts.Add(((JsonString)((JsonObject)parameters["Input"]!)["JobName"]!).Value);
            _answers.Enqueue(new TaskSucceeded(_driver.Now, task.TaskId, JsonObject.Empty));
            return;
        }

        TakeGate(task, parameters);
    }

    private void TakeGate(ScheduleTask task, JsonObject parameters)
    {
        var gate = ((JsonString)(parameters["Name"] ?? parameters["ExecutionArn"])!).Value.Split(':')[^1];
        var exists = _gates.TryGetValue(gate, out var ended);
        switch (task.Resource.Split(":::")[1])
        {
            case "aws-sdk:sfn:stopExecution":
                Assert.True(exists, $"The gate {gate} was opened before it was made.");
                _gates[gate] = JsonObject.Of(("Status", "ABORTED"), ("Error", parameters["Error"]), ("Cause", parameters["Cause"]));
                _answers.Enqueue(new TaskSucceeded(_driver.Now, task.TaskId, JsonObject.Empty));
                foreach (var waiting in _waiting.GetValueOrDefault(gate, []))
                {
                    _answers.Enqueue(new TaskFailed(_driver.Now, waiting, "States.TaskFailed", _gates[gate]!.ToString(), WasSubmitted: true));
                }

                break;
            case "aws-sdk:sfn:describeExecution":
                _answers.Enqueue(new TaskSucceeded(_driver.Now, task.TaskId, ended!));
                break;
            case "aws-sdk:sfn:startExecution" when exists && ended is not null:
                _answers.Enqueue(new TaskFailed(_driver.Now, task.TaskId, "Sfn.ExecutionAlreadyExistsException", "There.", WasSubmitted: false));
                break;
            case "aws-sdk:sfn:startExecution":
                _gates.TryAdd(gate, null);
                _answers.Enqueue(new TaskSucceeded(_driver.Now, task.TaskId, JsonObject.Empty));
                break;
            case "states:startExecution.sync:2" when exists && ended is not null:
                _answers.Enqueue(new TaskFailed(_driver.Now, task.TaskId, "StepFunctions.ExecutionAlreadyExistsException", "There.", WasSubmitted: false));
                break;
            case "states:startExecution.sync:2":
                _gates.TryAdd(gate, null);
                _waiting.TryAdd(gate, []);
                _waiting[gate].Add(task.TaskId);
                break;
            default:
                throw new InvalidOperationException(task.Resource);
        }
    }
}
