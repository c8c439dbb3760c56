using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Interpreter.States;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.Testing;

/// <summary>
/// Runs one state alone, as TestState does: no history, no timers. A Wait is not waited for. A Task that is not mocked asks for its call first
/// (<see cref="Call"/>), and goes on when it is told how that went.
/// </summary>
public sealed class StateTest
{
    private readonly Run _run;
    private readonly BranchPosition _branch;
    private readonly StateTrace _trace;

    private StateTest(Run run, BranchPosition branch, StateTrace trace)
    {
        _run = run;
        _branch = branch;
        _trace = trace;
    }

    /// <summary>The call that the Task asks for; null where the state asks for none, or has failed already.</summary>
    public ScheduleTask? Call { get; private set; }

    /// <summary>What came of it, so far as it went.</summary>
    public StateTestResult Result => StateTestResult.Of(_trace, _run.Outcome);

    /// <summary>Enters the state.</summary>
    /// <param name="setup">The state, and what surrounds it.</param>
    public static StateTest Start(StateTestSetup setup)
    {
        var trace = new StateTrace { Context = setup.Context, MapItem = setup.IsInMap ? ContextObject.MapItem(0, setup.Start.Data) : null };
        var branch = new BranchPosition
        {
            Graph = setup.Graph,
            StateName = setup.StateName,
            Input = setup.Start.Data,
            Variables = new VariableScope(setup.Variables),
            EnteredAt = setup.Start.At,
            RetryCount = setup.RetryCount,
            RetryCounts = setup.Graph.States[setup.StateName] is WorkState { Retry.Count: > 0 } state ? [.. state.Retry.Select(_ => setup.RetryCount)] : null,
        };
        var position = new ExecutionPosition
        {
            Facts = setup.Start.Facts,
            StartedAt = setup.Start.At,
            Input = setup.Start.Data,
            Random = new SeededRandom(setup.Start.Seed, setup.Start.SeedHigh, 0),
            Root = branch,
        };
        var test = new StateTest(new Run(position, setup.Start) { Trace = trace }, branch, trace);
        trace.See("input", setup.Start.Data);
        test.Do(() => test.Enter(setup));
        return test;
    }

    /// <summary>The Task's call was answered, or the state is mocked with this result.</summary>
    public void Succeed(JsonValue result) => IfOpen(() =>
    {
        if (_branch.State is TaskState)
        {
            StateBehaviors.Task.Succeeded(_run, _branch, result);
        }
        else
        {
            BranchingBehavior.LeaveWithResult(_run, _branch, (WorkState)_branch.State, result);
        }
    });

    /// <summary>The Task's call failed, or the state is mocked with this error.</summary>
    public void Fail(string? error, string? cause) => IfOpen(() => _run.Fail(_branch, new StateError(error, cause)));

    private void Enter(StateTestSetup setup)
    {
        var isMocked = setup.IsMocked;
        var state = _branch.State;
        if (isMocked && state is MapState map)
        {
            if (MapInspection.Error(_run, _branch, map, setup) is { } error)
            {
                _run.Fail(_branch, error);
            }
        }
        else if (!isMocked || state is TaskState)
        {
            StateBehaviors.Of(state).Enter(_run, _branch, state);
            Call = _run.Effects.OfType<ScheduleTask>().FirstOrDefault();
            if (state is WaitState && !_trace.HasLeft)
            {
                StateBehaviors.Of(state).TimerFired(_run, _branch, state);
            }
        }
    }

    private void IfOpen(Action work)
    {
        if (_run.Outcome is null && !_trace.HasLeft && _trace.Error is null)
        {
            Do(work);
        }
    }

    private void Do(Action work)
    {
        try
        {
            _run.Guard(_branch, work);
        }
        catch (ExecutionFault fault)
        {
            _run.FailExecution(fault.Error, fault.Message, fault.PreviousEventId);
        }
    }
}
