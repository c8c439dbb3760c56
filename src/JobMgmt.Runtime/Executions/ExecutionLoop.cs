using System.Collections.Concurrent;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter.Inputs;

namespace JobMgmt.Runtime.Executions;

/// <summary>
/// Runs executions. Each has a mailbox; a turn takes one message: its input goes through the interpreter, the step is committed in one transaction, then whoever
/// waits for it is answered and its effects start. Executions side by side share commits. At start all that the store holds goes on where it stood.
/// </summary>
internal sealed class ExecutionLoop : IRuntimeLoop, IDisposable
{
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<long, ExecutionMailbox> _mailboxes = new();
    private readonly ConcurrentDictionary<string, bool> _deleting = new(StringComparer.Ordinal);
    private readonly ActivityCounter _activity = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Database _database;
    private readonly ExecutionTurns _turns;
    private readonly TaskDispatcher _dispatcher;
    private readonly TimeProvider _time;
    private readonly ILogger<ExecutionLoop> _log;

    public ExecutionLoop(Database database, ExecutionTurns turns, TaskDispatcher dispatcher, TimeProvider time, ILogger<ExecutionLoop> log)
    {
        _database = database;
        _turns = turns;
        _dispatcher = dispatcher;
        _time = time;
        _log = log;
        Timers = new TimerQueue(time, Fire);
    }

    public TimerQueue Timers { get; }

    /// <summary>What is going on, for those who work for executions beside the loop.</summary>
    public ActivityCounter Activity => _activity;

    /// <summary>Nothing is being done: all executions wait for a timer or for somebody.</summary>
    public bool IsIdle => _activity.IsIdle;

    public Task StartAsync()
    {
        var (deleting, timers, inputs, tasks) = _database.Read(connection => (
            StateMachineStore.Deleting(connection), ExecutionTimerStore.All(connection), ExecutionInputStore.All(connection), ExecutionTaskStore.Pending(connection)));
        deleting.ForEach(MarkDeleting);
        inputs.ForEach(Post);
        tasks.ForEach(Dispatch);
        timers.ForEach(timer => Timers.Add(timer.Execution, timer.Timer, timer.Due));
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _activity.WhenIdleAsync();
    }

    public void Dispose()
    {
        Timers.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Puts a message into an execution's mailbox. Its <see cref="ExecutionMessage.Completion"/> tells when the step is committed.</summary>
    public void Post(long execution, ExecutionMessage message)
    {
        _activity.Enter();
        while (!_mailboxes.GetOrAdd(execution, id => NewMailbox(id, null)).TryPost(message))
        {
            // the mailbox was done with a moment ago: the next one finds the execution ended
        }
    }

    /// <summary>Tells an execution something in the caller's transaction: it is in the inbox when that is committed, and in the mailbox right after.</summary>
    public void Tell(StoreConnection connection, ExecutionInputRecord input)
    {
        if (ExecutionInputStore.Add(connection, input) is { } stored)
        {
            connection.AfterCommit(() => Post(stored));
        }
    }

    /// <summary>Tells an execution to end as aborted, in the caller's transaction.</summary>
    public void Abort(StoreConnection connection, long execution) =>
        Tell(connection, new ExecutionInputRecord(0, execution, ExecutionInputKind.Abort, 0, null, null, null));

    /// <summary>Takes up an execution that was just committed with its first step, or its first after a redrive: a mailbox of before is done with.</summary>
    public void TakeUp(LiveExecution live)
    {
        if (live is { Record.IsRunning: true, OpenTasks.Count: > 0 })
        {
            _mailboxes[live.Record.Id] = NewMailbox(live.Record.Id, live);
        }
        else
        {
            _mailboxes.TryRemove(live.Record.Id, out _); // of the time before it was redriven
        }
    }

    /// <summary>Makes a task's call.</summary>
    public void Dispatch(ExecutionTaskRecord task)
    {
        if (_stopping.IsCancellationRequested)
        {
            return; // it stays pending, and is sent at the next start
        }

        _activity.Enter();
        _ = Task.Run(async () =>
        {
            try
            {
                await _dispatcher.SendAsync(task, this, _stopping.Token);
            }
            catch (Exception error)
            {
                _log.LogError(error, "Task {Task} of execution {Execution} could not be sent; it is sent again at the next start", task.Task, task.Execution);
            }
            finally
            {
                _activity.Leave();
            }
        });
    }

    /// <summary>Whether the machine is being deleted.</summary>
    public bool IsDeleting(string stateMachineArn) => _deleting.ContainsKey(stateMachineArn);

    /// <summary>The machine is being deleted: its executions end with their next step.</summary>
    public void MarkDeleting(string stateMachineArn) => _deleting[stateMachineArn] = true;

    /// <summary>It is deleted: one that is made anew with its name is another machine.</summary>
    public void ForgetDeleting(string stateMachineArn) => _deleting.TryRemove(stateMachineArn, out _);

    private void Fire(long execution, long timer)
    {
        if (!_stopping.IsCancellationRequested)
        {
            Post(execution, new ExecutionMessage(at => new TimerFired(at, timer)));
        }
    }

    private void Post(ExecutionInputRecord input) => Post(input.Execution, StoredInput.Message(input));

    private ExecutionMailbox NewMailbox(long execution, LiveExecution? live) =>
        new(execution, live, TurnAsync, retired => _mailboxes.TryRemove(KeyValuePair.Create(retired.Id, retired)));

    private async Task TurnAsync(ExecutionMailbox mailbox, ExecutionMessage message)
    {
        try
        {
            for (var isFirst = true; !await TryTurnAsync(mailbox, message, isFirst); isFirst = false)
            {
                await Task.Delay(_retryAfter, _time, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            message.Completion.TrySetCanceled(); // it is in the store still, or its client hears nothing
        }
        finally
        {
            _activity.Leave();
        }
    }

    /// <summary>False where it has to be tried again: the store could not write, and nobody is there to be told so.</summary>
    private async Task<bool> TryTurnAsync(ExecutionMailbox mailbox, ExecutionMessage message, bool isFirst)
    {
        try
        {
            _stopping.Token.ThrowIfCancellationRequested();
            message.Completion.TrySetResult(await _turns.TakeAsync(mailbox, message, this));
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            if (message.Call is null && error is StoreUnavailableException)
            {
                if (isFirst)
                {
                    _log.LogError("Execution {Execution} waits for the store: {Reason}", mailbox.Id, error.Message);
                }

                return false;
            }

            if (message.Call is null)
            {
                _log.LogError(error, "Execution {Execution} could not take a step", mailbox.Id);
            }

            message.Completion.TrySetException(error);
            return true;
        }
    }
}
