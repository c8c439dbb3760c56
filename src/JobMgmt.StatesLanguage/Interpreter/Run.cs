using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Interpreter.States;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>One step in the making: the position, changed in place, and what has come of it so far.</summary>
internal sealed class Run
{
    private readonly Queue<BranchPosition> _ready = new();
    private BranchPosition? _stoppedRoot;
    private JsonataEnvironment? _jsonata;

    public Run(ExecutionPosition position, Inputs.Input input)
    {
        Position = position;
        At = input.At;
        MissingActivities = input.MissingActivities;
        TaskParameters = input.TaskParameters;
    }

    public ExecutionPosition Position { get; }

    public DateTimeOffset At { get; }

    public IReadOnlyCollection<string> MissingActivities { get; }

    public Inputs.ITaskParameters? TaskParameters { get; }

    /// <summary>Watches where one state is tested alone; null in executions.</summary>
    public Testing.StateTrace? Trace { get; init; }

    public PayloadText Text { get; } = new();

    /// <summary>What JSONata is evaluated with: the step's instant, the execution's randomness.</summary>
    public JsonataEnvironment JsonataEnvironment => _jsonata ??= StepFunctionsJsonata.Environment(At, Position.Random);

    public List<HistoryEvent> Events { get; } = [];

    public List<Effect> Effects { get; } = [];

    public ExecutionOutcome? Outcome { get; private set; }

    /// <summary>Where the execution stood when it ended without success.</summary>
    public ExecutionPosition? Stopped { get; private set; }

    /// <summary>Runs on until every branch waits or has ended. Branches take turns, a state each.</summary>
    public void Drain()
    {
        while (Outcome is null && _ready.Count > 0)
        {
            var branch = _ready.Dequeue();
            if (branch.Phase == BranchPhase.Ready)
            {
                Enter(branch);
            }
        }
    }

    /// <summary>Records an event of a branch; unless told otherwise the branch's next event points back at it.</summary>
    public long Emit(BranchPosition branch, string type, JsonObject? details, bool advances = true)
    {
        var id = Emit(type, details, branch.LastEventId);
        if (advances)
        {
            branch.LastEventId = id;
        }

        return id;
    }

    /// <summary>Records an event.</summary>
    public long Emit(string type, JsonObject? details, long previousEventId)
    {
        var id = Position.NextEventId;
        if (id >= Limits.HistoryEvents && Outcome is null)
        {
            throw new ExecutionFault(ErrorNames.Runtime, $"The execution reached the maximum number of history events ({Limits.HistoryEvents}).", id - 1);
        }

        Position.NextEventId = id + 1;
        Events.Add(new HistoryEvent(id, previousEventId, At, type, details));
        return id;
    }

    public long StartTimer(TimeSpan delay)
    {
        var id = Position.NextTimerId++;
        Effects.Add(new StartTimer(id, At + delay));
        return id;
    }

    public void CancelTimer(long timerId)
    {
        if (timerId != 0)
        {
            Effects.Add(new CancelTimer(timerId));
        }
    }

    /// <summary>Runs a state's own work; what cannot be evaluated becomes the state's error, in AWS's words.</summary>
    public void Guard(BranchPosition branch, Action work) => Guard(branch, work, branch.LastEventId);

    /// <summary>The same for a state that was just entered.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="work">The work.</param>
    /// <param name="before">The event before StateEntered: an EvaluationFailed that comes right after the latter points at it, not at StateEntered.</param>
    private void Guard(BranchPosition branch, Action work, long before)
    {
        var entered = branch.LastEventId;
        try
        {
            work();
        }
        catch (EvaluationException error)
        {
            Fail(branch, EvaluationErrors.Of(this, branch, error));
        }
        catch (QueryEvaluationException error)
        {
            Fail(branch, EvaluationErrors.Record(this, branch, error, branch.LastEventId == entered ? before : branch.LastEventId));
        }
    }

    /// <summary>Sends a branch to a state, which it enters at its next turn.</summary>
    public void GoTo(BranchPosition branch, string stateName, JsonValue input)
    {
        branch.StateName = stateName;
        branch.Input = input;
        branch.RetryCounts = null;
        branch.RetryCount = 0;
        branch.MapRun = null;
        MakeReady(branch);
    }

    public void MakeReady(BranchPosition branch)
    {
        branch.Phase = BranchPhase.Ready;
        _ready.Enqueue(branch);
    }

    /// <summary>Records that the state was left, sets its variables, and goes on to the next state or ends the branch.</summary>
    public void Leave(BranchPosition branch, JsonValue output, JsonObject? assigned, string? next)
    {
        if (Text.IsTooLarge(output))
        {
            throw new ExecutionFault(ErrorNames.DataLimitExceeded, StateData.TooLarge(branch.StateName), branch.LastEventId);
        }

        var variables = assigned is null ? branch.Variables : VariableLimits.Assign(branch, assigned);
        Emit(branch, branch.State.Type + "StateExited", EventDetails.Exited(Text, branch.StateName, output, assigned));
        branch.Variables = variables;

        if (Trace is not null)
        {
            Trace.Leave(branch, output, next);
            return;
        }

        if (next is not null)
        {
            GoTo(branch, next, output);
            return;
        }

        branch.Phase = BranchPhase.Ended;
        if (branch.Parent is { } parent)
        {
            Guard(parent, () => StateBehaviors.OfParent(parent).ChildSucceeded(this, parent, branch, output));
        }
        else
        {
            End(new ExecutionOutcome("SUCCEEDED", output, null, null), "ExecutionSucceeded", EventDetails.Output(Text, output), branch.LastEventId);
        }
    }

    /// <summary>The state ended with an error: retry, catch, or pass it on to whoever started the branch.</summary>
    public void Fail(BranchPosition branch, StateError error)
    {
        if (Trace is not null)
        {
            Trace.Error = error;
        }
        else if (_stoppedRoot is null && !IsHandled(branch, error))
        {
            _stoppedRoot = CloneRoot(); // before the other branches are stopped
        }

        if (error.Error == ErrorNames.Runtime)
        {
            FailExecution(error.Error, error.Cause, branch.LastEventId);
            return;
        }

        if (branch.State is WorkState state)
        {
            BranchingBehavior.AbortChildren(this, branch, branch.LastEventId);
            if (RetryPolicy.NextDelay(this, state, branch, error) is { } delay)
            {
                branch.MapRun = null;
                branch.Phase = BranchPhase.RetryWaiting;
                branch.TimerId = StartTimer(delay);
                return;
            }

            if (state is ParallelState or MapState)
            {
                Emit(branch, state.Type + "StateFailed", null);
            }

            if (CatchPolicy.Find(this, state, error) is { } catcher)
            {
                Catch(branch, catcher, error);
                return;
            }
        }

        FailBranch(branch, error);
    }

    public void FailExecution(string? error, string? cause, long previousEventId) =>
        End(new ExecutionOutcome("FAILED", null, error, cause), "ExecutionFailed", EventDetails.Failure(error, cause), previousEventId);

    /// <summary>Ends the execution: records the last event and gives up all that is under way.</summary>
    public void End(ExecutionOutcome outcome, string eventType, JsonObject details, long previousEventId)
    {
        if (outcome.Output is not null && Position.NextEventId > Limits.HistoryEvents)
        {
            throw new ExecutionFault(ErrorNames.Runtime, "The history is full.", previousEventId);
        }

        var stopped = outcome.Status == "SUCCEEDED" || Trace is not null ? null : _stoppedRoot ?? CloneRoot();
        Outcome = outcome;
        Emit(eventType, details, previousEventId);
        _ready.Clear();
        CancelTimer(Position.TimeoutTimerId);
        Position.TimeoutTimerId = 0;
        foreach (var branch in Position.Root?.All() ?? [])
        {
            GiveUp(branch);
        }

        Position.Root = null;
        Stopped = stopped is null ? null : Position.StoppedAt(stopped);
    }

    /// <summary>Cancels a branch's own timers, task and map run.</summary>
    public void GiveUp(BranchPosition branch)
    {
        CancelTimer(branch.TimerId);
        branch.TimerId = 0;
        if (branch.Task is { } task)
        {
            Effects.Add(new CancelTask(task.TaskId));
            CancelTimer(task.TimeoutTimerId);
            CancelTimer(task.HeartbeatTimerId);
            branch.Task = null;
        }

        if (branch.MapRun is { HasFailed: false } mapRun)
        {
            Effects.Add(new CancelTask(mapRun.TaskId));
            branch.MapRun = null;
        }
    }

    /// <summary>Whether the state, or one around it, retries or catches the error.</summary>
    private static bool IsHandled(BranchPosition branch, StateError error)
    {
        for (var at = branch; at is not null; at = at.Parent)
        {
            if (at.State is WorkState state && (RetryPolicy.HasAttempt(state, at, error) || state.Catch.Any(catcher => error.Matches(catcher.ErrorEquals))))
            {
                return true;
            }
        }

        return false;
    }

    private BranchPosition? CloneRoot() => Position.Root?.Clone(null, Position.Root.Graph);

    private void Enter(BranchPosition branch)
    {
        var state = branch.State;
        var before = branch.LastEventId;
        branch.EnteredAt = At;
        branch.EnteredEventId = Emit(branch, state.Type + "StateEntered", EventDetails.Entered(Text, branch.StateName, branch.Input));
        Guard(branch, () => StateBehaviors.Of(state).Enter(this, branch, state), before);
    }

    /// <summary>What goes wrong while an error is caught is not caught once more: the catcher would take its own error for ever.</summary>
    private void Catch(BranchPosition branch, Catcher catcher, StateError error)
    {
        JsonValue output;
        JsonObject? assigned;
        try
        {
            (output, assigned) = StateData.Caught(this, branch, catcher, CatchPolicy.ErrorOutput(error));
        }
        catch (EvaluationException second)
        {
            FailBranch(branch, EvaluationErrors.Of(this, branch, second));
            return;
        }
        catch (QueryEvaluationException second)
        {
            FailBranch(branch, EvaluationErrors.Record(this, branch, second, branch.LastEventId));
            return;
        }

        Leave(branch, output, assigned, catcher.Next);
    }

    private void FailBranch(BranchPosition branch, StateError error)
    {
        branch.Phase = BranchPhase.Ended;
        if (branch.Parent is { } parent && error.Error != ErrorNames.Runtime)
        {
            StateBehaviors.OfParent(parent).ChildFailed(this, parent, branch, error);
        }
        else
        {
            FailExecution(error.Error, error.Cause, branch.LastEventId);
        }
    }
}
