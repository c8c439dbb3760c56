using System.Collections.Concurrent;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>
/// Runs Map Runs. Each takes turns whenever something of it has changed: all that it is and has done is in the store, so a turn that is not taken before a kill is
/// taken after the next start.
/// </summary>
internal sealed class MapRunner(Database database, MapRunTurns turns, MapRunSignals signals, ExecutionLoop loop, TimeProvider time, ILogger<MapRunner> log) : IRuntimeLoop, IDisposable
{
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<long, MapRunWorker> _workers = new();
    private readonly ActivityCounter _activity = new();
    private readonly CancellationTokenSource _stopping = new();

    public Task StartAsync()
    {
        signals.Wake = Wake;
        database.Read(MapRunStore.Open).ForEach(Wake);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _activity.WhenIdleAsync();
    }

    public void Dispose() => _stopping.Dispose();

    private void Wake(long run)
    {
        if (_stopping.IsCancellationRequested)
        {
            return; // it is taken up at the next start
        }

        while (!_workers.GetOrAdd(run, id => new MapRunWorker(id, RunAsync)).TryWake(Enter))
        {
            // it was done with a moment ago
        }
    }

    private async Task RunAsync(MapRunWorker worker)
    {
        try
        {
            while (worker.TakeWake())
            {
                await TakeTurnsAsync(worker);
            }

            if (worker.IsRetired)
            {
                _workers.TryRemove(KeyValuePair.Create(worker.Id, worker));
            }
        }
        finally
        {
            _activity.Leave();
            loop.Activity.Leave();
        }
    }

    /// <summary>It is work for the loop too: nothing is idle while a Map Run is not.</summary>
    private void Enter()
    {
        _activity.Enter();
        loop.Activity.Enter();
    }

    /// <summary>Takes turns until it has to wait for its children.</summary>
    private async Task TakeTurnsAsync(MapRunWorker worker)
    {
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                var next = await TryTurnAsync(worker);
                if (next == MapRunNext.Retire)
                {
                    worker.Retire();
                }

                if (next != MapRunNext.Again)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // it is taken up at the next start
        }
    }

    private async Task<MapRunNext> TryTurnAsync(MapRunWorker worker)
    {
        try
        {
            try
            {
                var next = await turns.TakeAsync(worker, _stopping.Token);
                worker.IsWaitingForStore = false;
                return next;
            }
            catch (Exception error) when (error is not (OperationCanceledException or StoreUnavailableException))
            {
                log.LogError(error, "Map Run {Run} failed by a fault of the local runtime", worker.Id);
                return await turns.BreakAsync(worker, error);
            }
        }
        catch (StoreUnavailableException error)
        {
            if (!worker.IsWaitingForStore)
            {
                log.LogError("Map Run {Run} waits for the store: {Reason}", worker.Id, error.Message);
            }

            worker.IsWaitingForStore = true;
            await Task.Delay(_retryAfter, time, _stopping.Token);
            return MapRunNext.Again;
        }
    }
}
