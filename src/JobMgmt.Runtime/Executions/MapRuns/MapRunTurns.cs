using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.MapRuns;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>A Map Run's turn: what there is to do next of it, as the store has it, is done and committed.</summary>
internal sealed class MapRunTurns(Database database, MapRunStaging staging, MapRunChildren children, MapRunEnd end, ExecutionLoop loop)
{
    /// <summary>Takes a turn.</summary>
    public async Task<MapRunNext> TakeAsync(MapRunWorker worker, CancellationToken stopping)
    {
        var (run, executions, items) = database.Read(connection =>
        {
            var found = MapRunStore.Find(connection, worker.Id) ?? throw new InvalidOperationException("A Map Run is not in the store.");
            var (ofChildren, ofItems) = MapRunChildStore.Count(connection, worker.Id);
            return (found, ofChildren, ofItems);
        });
        switch (run.Phase)
        {
            case MapRunPhase.Reading:
                await staging.StageAsync(run, stopping);
                return MapRunNext.Again;
            case MapRunPhase.Running:
                return await RunAsync(worker, run, executions, items, stopping);
            case MapRunPhase.Stopping when executions.Running > 0:
                await StopChildrenAsync(worker);
                return MapRunNext.Wait;
            case MapRunPhase.Stopping when run.Status == "RUNNING": // redriven while its children were being stopped
                await database.WriteAsync(connection => MapRunStore.Advance(
                    connection, run.Id, MapRunPhase.Stopping, run.Revision is null ? MapRunPhase.Reading : MapRunPhase.Redriving));
                return MapRunNext.Again;
            case MapRunPhase.Redriving:
                worker.BeginAnew();
                await database.WriteAsync(connection =>
                {
                    if (MapRunStore.Advance(connection, run.Id, MapRunPhase.Redriving, MapRunPhase.Running))
                    {
                        MapRunChildStore.Redrive(connection, run.Id);
                    }
                });
                return MapRunNext.Again;
            case MapRunPhase.Stopping:
                await end.EndAsync(run, executions, items, stopping);
                return MapRunNext.Again;
            default:
                await end.TidyAsync(run);
                return MapRunNext.Retire;
        }
    }

    /// <summary>The end of one that a fault of ours keeps from going on: seen by its user, never hanging.</summary>
    public async Task<MapRunNext> BreakAsync(MapRunWorker worker, Exception error)
    {
        var hasStopped = await database.WriteAsync(connection =>
            MapRunStore.Stop(connection, worker.Id, "FAILED", "States.Runtime", $"A fault of the local runtime: {error.Message}"));
        if (hasStopped)
        {
            return MapRunNext.Again;
        }

        await database.WriteAsync(connection => end.Break(connection, worker.Id, error));
        return MapRunNext.Retire;
    }

    private async Task<MapRunNext> RunAsync(MapRunWorker worker, MapRunRecord run, MapRunCounts executions, MapRunCounts items, CancellationToken stopping)
    {
        var tolerance = new MapRunTolerance(run.ToleratedCount, run.ToleratedPercentage);
        if (tolerance.IsExceeded(items.Failed + items.TimedOut, items.Total))
        {
            await database.WriteAsync(connection => MapRunStore.Stop(connection, run.Id, "FAILED", MapRunTolerance.Error, MapRunTolerance.Cause));
            return MapRunNext.Again;
        }

        if (executions is { Pending: 0, PendingRedrive: 0, Running: 0 })
        {
            await end.EndAsync(run, executions, items, stopping);
            return MapRunNext.Again;
        }

        var room = (run.MaxConcurrency is 0 or > MapRunChildren.Most ? MapRunChildren.Most : run.MaxConcurrency) - executions.Running;
        if (executions.Pending + executions.PendingRedrive == 0 || room <= 0)
        {
            return MapRunNext.Wait;
        }

        if (loop.IsDeleting(run.OwnerArn))
        {
            await database.WriteAsync(connection => loop.Abort(connection, run.Execution)); // it starts no more children; the execution takes its Map Run with it
            return MapRunNext.Wait;
        }

        await children.StartAsync(worker, run, room);
        return MapRunNext.Again;
    }

    private async Task StopChildrenAsync(MapRunWorker worker)
    {
        if (worker.HasStoppedChildren)
        {
            return;
        }

        const int atOnce = 500;
        for (var after = -1L; ;)
        {
            var from = after;
            var running = await database.WriteAsync(connection =>
            {
                var some = MapRunChildStore.Running(connection, worker.Id, from, atOnce);
                some.ForEach(child => loop.Abort(connection, child.Execution));
                return some;
            });
            if (running.Count < atOnce)
            {
                worker.HasStoppedChildren = true;
                return;
            }

            after = running[^1].Index;
        }
    }
}
