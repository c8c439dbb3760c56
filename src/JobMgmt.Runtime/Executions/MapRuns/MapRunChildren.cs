using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>Starts children of Map Runs: some at a time, whose rows and first steps are one transaction.</summary>
internal sealed class MapRunChildren(Database database, DefinitionCache definitions, ExecutionSteps steps, ExecutionStarter starter, ExecutionRedriver redriver, TimeProvider time)
{
    /// <summary>How many children of a Map Run run at once at most.</summary>
    public const long Most = 10_000;

    private const int MostAtOnce = 200;

    /// <summary>Starts the next children.</summary>
    /// <param name="worker">Whose they are.</param>
    /// <param name="run">The Map Run.</param>
    /// <param name="room">How many may start.</param>
    public async Task StartAsync(MapRunWorker worker, MapRunRecord run, long room)
    {
        var (pending, revision, testCase) = database.Read(connection => (
            MapRunChildStore.Pending(connection, run.Id, worker.LastStarted, (int)Math.Min(room, MostAtOnce)),
            StateMachineStore.FindRevision(connection, run.Revision!.Value)!,
            ExecutionStore.Find(connection, run.Execution)!.TestCase));
        var definition = definitions.Get(revision);
        var now = time.GetUtcNow();
        var started = pending.FindAll(child => child.Redriven is null).ConvertAll(child =>
        {
            var record = Record(run, child, revision.Key, now) with { TestCase = testCase };
            var facts = new ExecutionFacts(record.Arn, record.Name, record.StateMachineArn, record.StateMachineName, revision.RoleArn);
            return (Record: record, Step: steps.Start(definition, facts, JsonValue.Parse(child.Input), now, run.IsExpress));
        });
        await database.WriteAsync(connection =>
        {
            if (MapRunStore.Find(connection, run.Id) is { Phase: MapRunPhase.Running })
            {
                started.ForEach(child => starter.Write(connection, child.Record, child.Step));
                pending.ForEach(child => Redrive(connection, child, now));
            }
        });
        worker.LastStarted = pending.Count == 0 ? worker.LastStarted : pending[^1].Index;
    }

    /// <summary>A child that is redriven goes on from where it stood; one that can't stays as it ended.</summary>
    private void Redrive(StoreConnection connection, MapRunChildRecord child, DateTimeOffset now)
    {
        if (child.Redriven is not { } key)
        {
            return;
        }

        var execution = ExecutionStore.Find(connection, key)!;
        if (redriver.CanGoOn(connection, execution, now))
        {
            MapRunChildStore.Start(connection, execution);
            redriver.GoOn(connection, execution, now);
        }
        else
        {
            MapRunChildStore.End(connection, execution);
        }
    }

    private static ExecutionRecord Record(MapRunRecord run, MapRunChildRecord child, long revision, DateTimeOffset now)
    {
        var name = Guid.NewGuid().ToString();
        var arn = run.IsExpress ? $"{run.ArnPrefix}:express:{run.MachineAndLabel}:{name}:{Guid.NewGuid()}" : $"{run.ArnPrefix}:execution:{run.MachineAndLabel}:{name}";
        return new ExecutionRecord(
            0, arn, name, run.StateMachineArn, run.MachineAndLabel, revision, "RUNNING", now, null, child.Input, null, null, null, null,
            MapRun: run.Id, MapIndex: child.Index);
    }
}
