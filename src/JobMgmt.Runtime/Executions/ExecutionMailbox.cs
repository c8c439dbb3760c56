namespace JobMgmt.Runtime.Executions;

/// <summary>
/// One execution's messages: taken one after another, each when the step of the one before is committed. It is kept while a task is under way, whose answer comes soon;
/// an execution that waits for time alone is in the store, and costs no memory but its timer.
/// </summary>
/// <param name="id">The execution's key.</param>
/// <param name="live">Where it stands, if it is known; else it is read at the first turn.</param>
/// <param name="turn">Takes a turn: a step, or none.</param>
/// <param name="retired">Told when the mailbox is done with.</param>
internal sealed class ExecutionMailbox(
    long id, LiveExecution? live, Func<ExecutionMailbox, ExecutionMessage, Task> turn, Action<ExecutionMailbox> retired)
{
    private readonly Queue<ExecutionMessage> _messages = new();
    private readonly Lock _lock = new();
    private bool _isRunning;
    private bool _isRetired;

    public long Id { get; } = id;

    /// <summary>Changed in turns only.</summary>
    public LiveExecution? Live { get; set; } = live;

    /// <summary>Puts a message in; false where the mailbox is done with and the message needs a new one.</summary>
    public bool TryPost(ExecutionMessage message)
    {
        lock (_lock)
        {
            if (_isRetired)
            {
                return false;
            }

            _messages.Enqueue(message);
            if (!_isRunning)
            {
                _isRunning = true;
                _ = Task.Run(RunAsync);
            }

            return true;
        }
    }

    private async Task RunAsync()
    {
        while (Next() is { } message)
        {
            await turn(this, message);
        }
    }

    private ExecutionMessage? Next()
    {
        lock (_lock)
        {
            if (_messages.TryDequeue(out var message))
            {
                return message;
            }

            _isRunning = false;
            if (Live is null or { OpenTasks.Count: 0 } or { Record.IsRunning: false })
            {
                _isRetired = true;
            }
        }

        if (_isRetired)
        {
            retired(this);
        }

        return null;
    }
}
