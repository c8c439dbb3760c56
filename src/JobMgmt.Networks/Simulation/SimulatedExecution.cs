using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using AslInterpreter = JobMgmt.StatesLanguage.Interpreter.Interpreter;

namespace JobMgmt.Networks.Simulation;

/// <summary>One execution on a virtual clock, which jumps from one thing that happens to the next.</summary>
internal sealed class SimulatedExecution(
    StateMachineDefinition definition, SimulatedRunJob jobs, SimulatedAlerts alerts, SimulatedGates gates, SimulatedHolds holds, SimulatedNetworks networks, SimulatedWatches watches)
{
    private readonly Agenda _agenda = new();
    private readonly List<HistoryEvent> _events = new();
    private readonly Dictionary<long, string> _waiting = new();
    private Checkpoint _checkpoint = Checkpoint.Initial;
    private int _retries;

    internal DateTimeOffset Now { get; private set; }

    /// <summary>The state at whose first task the execution is stopped, as by StopExecution; null: none.</summary>
    internal string? StopAt { get; init; }

    internal ExecutionOutcome? Outcome { get; private set; }

    internal IReadOnlyList<HistoryEvent> Events => _events;

    /// <summary>The states that it has entered, and the retries of its tasks.</summary>
    internal int StateTransitions => _retries + _events.Count(item => item.Type.EndsWith("StateEntered", StringComparison.Ordinal));

    /// <summary>Runs it to its end.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="names">The stack that it belongs to.</param>
    /// <param name="input">The execution's input.</param>
    /// <param name="start">The clock's first instant.</param>
    /// <param name="cancellationToken">Ends the simulation.</param>
    /// <exception cref="SimulationException">A state calls what is not simulated, or waits for what never comes.</exception>
    internal ExecutionOutcome Run(string name, RunJobStackNames names, JsonValue input, DateTimeOffset start, CancellationToken cancellationToken)
    {
        const string run = "simulation";
        var machine = names.NetworkMachine(name);
        var facts = new ExecutionFacts(names.Arn("states", $"execution:{machine}:{run}"), run, names.MachineArn(machine), machine, names.RoleArn(names.NetworkRole));
        Tell(new ExecutionStart(start, facts, input, Seed: 1));
        while (Outcome is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Tell(_agenda.Next() ?? throw new SimulationException(
                $"The run never ends: {string.Join(", ", _waiting.Values.Distinct().Select(state => $"state '{state}'"))} waits for an answer that does not come, and has no timeout."));
        }

        return Outcome;
    }

    private void Tell(Input input)
    {
        Now = input.At;
        var step = AslInterpreter.Advance(definition, _checkpoint, input);
        _checkpoint = step.Checkpoint;
        _events.AddRange(step.Events);
        Outcome ??= step.Outcome;
        if (input is TaskSucceeded well)
        {
            _waiting.Remove(well.TaskId);
        }
        else if (input is TaskFailed failed)
        {
            _waiting.Remove(failed.TaskId);
        }

        foreach (var effect in step.Effects)
        {
            Apply(effect);
        }
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case StartTimer timer:
                _agenda.Add(new TimerFired(timer.Due, timer.TimerId));
                break;
            case CancelTimer cancelled:
                _agenda.CancelTimer(cancelled.TimerId);
                break;
            case CancelTask cancelled:
                _waiting.Remove(cancelled.TaskId);
                break;
            case ScheduleTask task:
                _retries += task.Attempt > 0 ? 1 : 0;
                _waiting[task.TaskId] = task.StateName;
                foreach (var answer in Take(task))
                {
                    _agenda.Add(answer);
                }

                if (task.StateName == StopAt)
                {
                    _agenda.Add(new ExecutionAbort(Now, "Stopped", null));
                }

                break;
            default:
                throw new SimulationException("A distributed Map state can't be simulated: its items and child executions are not there.");
        }
    }

    private IEnumerable<Input> Take(ScheduleTask task) =>
        SimulatedRunJob.IsIt(task) ? jobs.Take(task, Now)
        : SimulatedGates.IsIt(task) ? gates.Take(task, Now)
        : SimulatedWatches.IsIt(task) ? watches.Take(task, Now)
        : SimulatedHolds.IsIt(task) ? holds.Take(task, Now)
        : SimulatedNetworks.IsIt(task) ? networks.Take(task, Now)
        : SimulatedAlerts.IsIt(task) ? alerts.Take(task, Now)
        : SimulatedLocks.IsIt(task) ? SimulatedLocks.Take(task, Now)
        : throw new SimulationException(
            $"State '{task.StateName}' calls {task.Resource}, which can't be simulated. What can: jobs (RunJob by task token, or other networks), holds, locks, alerts and gates.");
}
