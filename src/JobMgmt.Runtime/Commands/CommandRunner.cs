using System.Collections.Concurrent;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Commands;

/// <summary>Runs the commands that have not ended: those that the store holds at start, and each that is sent.</summary>
internal sealed class CommandRunner(Database database, CommandJournal journal, InvocationRun run, DataFolder data, TimeProvider time, ILogger<CommandRunner> log)
    : IRuntimeLoop, IDisposable
{
    private static readonly TimeSpan _history = TimeSpan.FromDays(30);
    private static readonly TimeSpan _storePause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<long, Task> _commands = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _cancellations = new();
    private readonly CancellationTokenSource _stop = new();
    private ITimer? _cleaning;

    public Task StartAsync()
    {
        _cleaning = time.CreateTimer(
            _ => database.WriteAsync(store => CommandStore.DeleteBefore(store, time.GetUtcNow() - _history)), null, TimeSpan.Zero, TimeSpan.FromDays(1));
        var open = database.Read(store => CommandStore.Open(store).ConvertAll(id => CommandStore.Find(store, id)!));
        CommandFolder.DeleteOthers(data, open.Select(command => command.CommandId));
        open.ForEach(command => Begin(command.Id));
        return Task.CompletedTask;
    }

    /// <summary>A command is in the store.</summary>
    public void Begin(long command)
    {
        if (!_stop.IsCancellationRequested)
        {
            _commands[command] = Task.Run(() => RunCommandAsync(command));
        }
    }

    /// <summary>The store says that an invocation is to be cancelled.</summary>
    public void Cancel(long invocation) => Cancellation(invocation).TrySetResult();

    public async Task StopAsync()
    {
        await (_cleaning?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _stop.CancelAsync();
        await Task.WhenAll(_commands.Values);
    }

    public void Dispose()
    {
        _cleaning?.Dispose();
        _stop.Dispose();
    }

    private TaskCompletionSource Cancellation(long invocation) =>
        _cancellations.GetOrAdd(invocation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task RunCommandAsync(long id)
    {
        var running = new List<Task>();
        try
        {
            var (command, invocations) = database.Read(store => (CommandStore.Find(store, id)!, CommandStore.Invocations(store, id)));
            var waiting = new Queue<CommandInvocationRecord>(invocations.Where(invocation => !invocation.HasEnded)
                .OrderBy(invocation => invocation.Status == CommandStatus.Pending)); // what has begun goes on first
            while (waiting.Count + running.Count > 0)
            {
                _stop.Token.ThrowIfCancellationRequested();
                while (waiting.Count > 0 && MayGoOn(command, waiting.Peek(), running.Count))
                {
                    running.Add(RunInvocationAsync(command, waiting.Dequeue().Id));
                }

                if (running.Count == 0)
                {
                    await TerminateAsync(command, waiting);
                    break;
                }

                running.Remove(await Task.WhenAny(running));
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // the store has it, for the next start
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _commands.TryRemove(id, out _);
        }
    }

    private bool MayGoOn(CommandRecord command, CommandInvocationRecord invocation, int running) =>
        invocation.Status != CommandStatus.Pending
        || (running < command.MaxConcurrency && database.Read(store => CommandStore.Invocations(store, command.Id)).Count(CommandStatus.IsError) <= command.MaxErrors);

    private async Task RunInvocationAsync(CommandRecord command, long invocation)
    {
        try
        {
            while (!await TryRunInvocationAsync(command, invocation))
            {
                await Task.Delay(_storePause, time, _stop.Token);
            }
        }
        finally
        {
            _cancellations.TryRemove(invocation, out _);
        }
    }

    /// <summary>False where the store can't be written, by a full disk: the process runs on and leaves its end in its folder, so it only has to be looked at later.</summary>
    private async Task<bool> TryRunInvocationAsync(CommandRecord command, long invocation)
    {
        try
        {
            await RunOrEndAsync(command, invocation);
            return true;
        }
        catch (StoreUnavailableException error)
        {
            log.LogError("Command {Command} can't be written down yet: {Reason}", command.CommandId, error.Message);
            return false;
        }
    }

    private async Task RunOrEndAsync(CommandRecord command, long invocation)
    {
        try
        {
            await run.RunAsync(command, invocation, Cancellation(invocation).Task, _stop.Token);
        }
        catch (Exception error) when (error is not (StoreUnavailableException or OperationCanceledException))
        {
            log.LogError(error, "Command {Command} can't go on", command.CommandId);
            var record = database.Read(store => CommandStore.FindInvocation(store, invocation))!;
            await run.EndAsync(command, record, InvocationEnd.NotStarted(error.Message), "", InvocationEnd.NotStarted(error.Message).ErrorLine);
        }
    }

    private Task TerminateAsync(CommandRecord command, IEnumerable<CommandInvocationRecord> invocations) =>
        database.WriteAsync(store =>
        {
            foreach (var invocation in invocations)
            {
                journal.End(store, command, InvocationEnd.Terminated.On(invocation, "", ""));
            }
        });
}
