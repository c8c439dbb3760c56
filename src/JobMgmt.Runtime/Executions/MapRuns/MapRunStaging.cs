using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>
/// Reads a Map Run's items and stages its children's inputs, many in a transaction and none in memory. No child starts before the last is staged, so reading that was
/// interrupted begins anew.
/// </summary>
internal sealed class MapRunStaging(Database database, DefinitionCache definitions, MapRunItems source)
{
    private const int MostAtOnce = 500;
    private const int MostCharactersAtOnce = 1 << 20;

    public async Task StageAsync(MapRunRecord run, CancellationToken stopping)
    {
        var (plan, parent) = database.Read(connection =>
            (MapRunPlan.FromJson((JsonObject)JsonValue.Parse(MapRunStore.Plan(connection, run.Id))), ExecutionStore.Find(connection, run.Execution)!));
        var definition = definitions.Get(parent.Revision);
        var map = MapRunDefinition.Find(definition, plan.StateName) ?? throw new InvalidOperationException($"There is no Map state '{plan.StateName}'.");
        try
        {
            await StageAsync(run, plan, map, connection => StateMachineStore.RevisionOfMap(
                connection, parent.Revision, plan.StateName, _ => MapRunDefinition.Of(definition, map).Source.Without("ProcessorConfig").ToString()), stopping);
        }
        catch (MapRunException error)
        {
            await database.WriteAsync(connection =>
            {
                MapRunChildStore.Unstage(connection, run.Id); // nothing of what can't be read whole is run
                MapRunStore.Stop(connection, run.Id, "FAILED", error.Error, error.Cause);
            });
        }
    }

    private async Task StageAsync(MapRunRecord run, MapRunPlan plan, MapState map, Func<StoreConnection, long> revision, CancellationToken stopping)
    {
        var staged = new List<MapRunChildRecord>();
        var (characters, isFirst) = (0, true);
        foreach (var input in MapRunInputs.Of(plan, map, source.Read(plan)))
        {
            stopping.ThrowIfCancellationRequested();
            var text = input.Text;
            staged.Add(new MapRunChildRecord(input.Index, input.ItemCount, text));
            characters += text.Length;
            if (staged.Count == MostAtOnce || characters >= MostCharactersAtOnce)
            {
                if (!await WriteAsync(run.Id, staged, isFirst, null))
                {
                    return; // nobody waits for it any more
                }

                staged.Clear();
                (characters, isFirst) = (0, false);
            }
        }

        await WriteAsync(run.Id, staged, isFirst, revision);
    }

    private Task<bool> WriteAsync(long run, IReadOnlyList<MapRunChildRecord> staged, bool isFirst, Func<StoreConnection, long>? revision) => database.WriteAsync(connection =>
    {
        if (MapRunStore.Find(connection, run) is not { Phase: MapRunPhase.Reading })
        {
            return false;
        }

        if (isFirst)
        {
            MapRunChildStore.Unstage(connection, run); // of a reading that a kill interrupted
        }

        MapRunChildStore.Stage(connection, run, staged);
        if (revision is not null)
        {
            MapRunStore.SetRevision(connection, run, revision(connection));
            MapRunStore.Advance(connection, run, MapRunPhase.Reading, MapRunPhase.Running);
        }

        return true;
    });
}
