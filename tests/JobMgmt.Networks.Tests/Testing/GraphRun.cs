using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Simulation;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Tests.Interpreter;

namespace JobMgmt.Networks.Tests.Testing;

/// <summary>
/// Runs a compiled network in the interpreter, with jobs that take the time that they are said to and the simulation's gates. It asks more than <see cref="NetworkSimulation"/>: no timer may be
/// needed, and every checkpoint is read back.
/// </summary>
internal sealed class GraphRun
{
    private readonly JobNetwork _network;
    private readonly IReadOnlyList<double> _durations;
    private readonly HashSet<string> _fails;
    private readonly ExecutionDriver _driver;
    private readonly SortedSet<(double End, int Job, long Task)> _running = [];
    private readonly SimulatedGates _gates = new();
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

    /// <summary>What a job answers, by name; null: its own name.</summary>
    internal Func<string, JsonObject>? Answer { get; init; }

    /// <summary>The cause of a job's failure, by name; null: a sentence.</summary>
    internal Func<string, string>? Cause { get; init; }

    /// <summary>The inputs with which RunJob was started, by job.</summary>
    internal Dictionary<string, JsonObject> Inputs { get; } = [];

    internal IReadOnlyList<HistoryEvent> Events => _driver.Events;

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
                    ? new TaskFailed(_driver.Now, next.Task, "ExecutionFailed", Cause?.Invoke(_network.Jobs[next.Job].Name) ?? $"{_network.Jobs[next.Job].Name} failed", WasSubmitted: true)
                    : new TaskSucceeded(_driver.Now, next.Task, Answer?.Invoke(_network.Jobs[next.Job].Name) ?? JsonObject.Of(("Job", _network.Jobs[next.Job].Name)));
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
            Inputs.Add(task.StateName, (JsonObject)parameters["Input"]!);
            _running.Add((_clock + _durations[index], index, task.TaskId));
            return;
        }

        if (task.StateName.StartsWith("Alert", StringComparison.Ordinal))
        {
            Alerts.Add(((JsonString)((JsonObject)parameters["Input"]!)["JobName"]!).Value);
            _answers.Enqueue(new TaskSucceeded(_driver.Now, task.TaskId, JsonObject.Empty));
            return;
        }

        foreach (var answer in _gates.Take(task, _driver.Now))
        {
            _answers.Enqueue(answer);
        }
    }
}
