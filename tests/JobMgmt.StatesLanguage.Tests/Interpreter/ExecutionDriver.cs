using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using AslInterpreter = JobMgmt.StatesLanguage.Interpreter.Interpreter;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>Runs an execution with a clock of its own: timers fire when nothing else is to do, tasks are answered as the test says.</summary>
internal sealed class ExecutionDriver
{
    private const string Account = "arn:aws:states:us-east-1:123456789012";
    private readonly StateMachineDefinition _definition;
    private readonly SortedDictionary<(DateTimeOffset Due, long Id), bool> _timers = [];
    private readonly Queue<Input> _inbox = new();

    public ExecutionDriver(StateMachineDefinition definition) => _definition = definition;

    public static ExecutionFacts Facts { get; } = new(
        $"{Account}:execution:machine:run", "run", $"{Account}:stateMachine:machine", "machine", "arn:aws:iam::123456789012:role/role");

    public static DateTimeOffset Start { get; } = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public DateTimeOffset Now { get; private set; } = Start;

    public Checkpoint Checkpoint { get; private set; } = Checkpoint.Initial;

    public List<HistoryEvent> Events { get; } = [];

    public List<Effect> Effects { get; } = [];

    public ExecutionOutcome? Outcome { get; private set; }

    /// <summary>Scheduled and neither answered nor cancelled.</summary>
    public Dictionary<long, ScheduleTask> PendingTasks { get; } = [];

    /// <summary>Asked for, and neither ended nor cancelled.</summary>
    public Dictionary<long, Effect> PendingMapRuns { get; } = [];

    public IEnumerable<long> PendingTimers => _timers.Keys.Select(key => key.Id);

    /// <summary>Store the checkpoint as text and read it back between every two inputs.</summary>
    public bool Serializes { get; init; }

    /// <summary>What a task answers, told at once; null: it is left pending.</summary>
    public Func<ScheduleTask, DateTimeOffset, IEnumerable<Input>?>? Answer { get; init; }

    /// <summary>What a map run comes to, told at once; null: it is left pending.</summary>
    public Func<StartMapRun, DateTimeOffset, Input>? AnswerMapRun { get; init; }

    /// <summary>Starts the execution and runs it to its end, or until it waits for something that no timer brings.</summary>
    public ExecutionDriver Run(JsonValue input, ulong seed = 7)
    {
        Tell(new ExecutionStart(Now, Facts, input, seed));
        return RunOn();
    }

    public ExecutionDriver RunOn()
    {
        while (Outcome is null)
        {
            if (_inbox.TryDequeue(out var next))
            {
                Tell(next);
            }
            else if (!FireNextTimer())
            {
                break;
            }
        }

        return this;
    }

    /// <summary>Moves the clock to the next timer and fires it.</summary>
    public bool FireNextTimer()
    {
        if (NextTimer() is not { } fired)
        {
            return false;
        }

        Tell(fired);
        return true;
    }

    /// <summary>Moves the clock to the next timer; null where none runs.</summary>
    public TimerFired? NextTimer()
    {
        if (_timers.Count == 0)
        {
            return null;
        }

        var (due, id) = _timers.Keys.First();
        _timers.Remove((due, id));
        Now = due > Now ? due : Now;
        return new TimerFired(Now, id);
    }

    public Step Tell(Input input)
    {
        var step = AslInterpreter.Advance(_definition, Serializes ? Checkpoint.Deserialize(Checkpoint.Serialize()) : Checkpoint, input);
        Checkpoint = step.Checkpoint;
        Events.AddRange(step.Events);
        Effects.AddRange(step.Effects);
        Outcome ??= step.Outcome;
        if (Settled(input) is { } settled)
        {
            PendingTasks.Remove(settled);
        }

        if (input is MapRunSucceeded or MapRunFailed)
        {
            PendingMapRuns.Remove(input is MapRunSucceeded well ? well.TaskId : ((MapRunFailed)input).TaskId);
        }

        foreach (var effect in step.Effects)
        {
            Apply(effect);
        }

        return step;
    }

    public void Tell(params Input[] inputs)
    {
        foreach (var input in inputs)
        {
            Tell(input);
        }
    }

    /// <summary>The history as GetExecutionHistory answers it, without timestamps.</summary>
    public JsonArray History() => new(Events.Select(item => (JsonValue)JsonObject.Of(
        ("id", item.Id),
        ("previousEventId", item.PreviousEventId),
        ("type", item.Type),
        (HistoryEventDetails.MemberName(item.Type), item.Details))));

    private static long? Settled(Input input) => input switch
    {
        TaskSucceeded succeeded => succeeded.TaskId,
        TaskFailed failed => failed.TaskId,
        TaskTimedOut late => late.TaskId,
        _ => null,
    };

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case StartTimer timer:
                _timers.Add((timer.Due, timer.TimerId), true);
                break;
            case CancelTimer cancelled:
                _timers.Remove(_timers.Keys.Single(key => key.Id == cancelled.TimerId));
                break;
            case CancelTask cancelled:
                PendingTasks.Remove(cancelled.TaskId);
                PendingMapRuns.Remove(cancelled.TaskId);
                break;
            case StartMapRun mapRun:
                PendingMapRuns.Add(mapRun.TaskId, mapRun);
                if (AnswerMapRun?.Invoke(mapRun, Now) is { } ended)
                {
                    _inbox.Enqueue(ended);
                }

                break;
            case RedriveMapRun again:
                PendingMapRuns.Add(again.TaskId, again);
                break;
            case ScheduleTask task:
                PendingTasks.Add(task.TaskId, task);
                foreach (var answer in Answer?.Invoke(task, Now) ?? [])
                {
                    _inbox.Enqueue(answer);
                }

                break;
        }
    }
}
