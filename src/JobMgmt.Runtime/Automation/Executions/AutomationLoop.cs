using System.Collections.Concurrent;
using JobMgmt.Runtime.Automation.Scripts;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>The automations that run: a runner each, from its first step, or from the step that stood in the store at start, to its end.</summary>
internal sealed class AutomationLoop(Database database, AutomationWaker waker, StepRunner steps, ScriptFolders folders, TimeProvider time, ILogger<AutomationLoop> log) : IRuntimeLoop, IDisposable
{
    private readonly ConcurrentDictionary<string, AutomationRunner> _runners = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    public Task StartAsync()
    {
        waker.Attach(Wake);
        var running = database.Read(AutomationStore.RunningIds);
        folders.DeleteAllBut(running);
        foreach (var id in running)
        {
            Wake(id, interrupt: false);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        waker.Attach((_, _) => { });
        await _stopping.CancelAsync();
        await Task.WhenAll(_runners.Values.Select(runner => runner.Completion));
    }

    public void Dispose() => _stopping.Dispose();

    private void Forget(string id)
    {
        if (_runners.TryRemove(id, out var runner))
        {
            runner.Dispose();
        }
    }

    private void Wake(string id, bool interrupt)
    {
        var runner = _runners.GetOrAdd(id, _ => new AutomationRunner(id, database, steps, time, log, _stopping.Token));
        runner.Start(() => Forget(id));
        if (interrupt)
        {
            runner.Interrupt();
        }
    }
}
