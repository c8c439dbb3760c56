using System.Text;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.MapRuns.Results;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>The end of a Map Run: its results, its last status and what the execution is told of it are one transaction.</summary>
internal sealed class MapRunEnd(Database database, MapRunChildResults results, MapRunExport export, ExecutionLoop loop, TimeProvider time)
{
    private const int MostBytes = 262_144; // of a state's result
    private const int MostCharactersRead = 4 << 20; // what has more is too large in any case
    private const int TidiedAtOnce = 1000;

    /// <summary>Ends one none of whose children runs.</summary>
    public async Task EndAsync(MapRunRecord run, MapRunCounts executions, MapRunCounts items, CancellationToken stopping)
    {
        var plan = database.Read(connection => MapRunPlan.FromJson((JsonObject)JsonValue.Parse(MapRunStore.Plan(connection, run.Id))));
        var ended = run with { Status = run.Phase == MapRunPhase.Running ? "SUCCEEDED" : run.Status, Stopped = run.Stopped ?? time.GetUtcNow() };
        IReadOnlyList<(string Key, StagedContent Content)> files = [];
        try
        {
            if (plan.Result.IsExported && (executions.Total > 0 || ended.Status == "SUCCEEDED"))
            {
                files = await export.StageAsync(run, plan, executions, stopping);
                ended = ended with { ResultsWritten = executions.Ended, ItemsWritten = items.Ended };
            }

            var result = ended.Status == "SUCCEEDED" ? Result(run, plan) : null;
            await EndAsync(run, TooLarge(ended, result), result?.ToString(), connection => export.Put(connection, plan, files));
        }
        catch (Exception error) when (error is MapRunException or ServiceException)
        {
            var failed = ended.Status == "SUCCEEDED" ? ended with { Status = "FAILED", Error = MapRunException.ResultWriterFailed, Cause = error.Message } : ended;
            await EndAsync(run, failed with { ResultsWritten = 0, ItemsWritten = 0 }, null, _ => { });
        }
        finally
        {
            foreach (var (_, content) in files)
            {
                content.Dispose();
            }
        }
    }

    /// <summary>Ends one that can't be ended otherwise.</summary>
    public void Break(StoreConnection connection, long id, Exception error)
    {
        if (MapRunStore.Find(connection, id) is { Phase: not MapRunPhase.Ended } run)
        {
            var status = run.Status == "ABORTED" ? "ABORTED" : "FAILED";
            End(connection, run with { Status = status, Stopped = time.GetUtcNow(), Error = "States.Runtime", Cause = $"A fault of the local runtime: {error.Message}" }, null);
        }
    }

    /// <summary>Takes away what is not told of any more.</summary>
    public async Task TidyAsync(MapRunRecord run)
    {
        if (run is { IsExpress: true, Status: "SUCCEEDED" })
        {
            while (await database.WriteAsync(connection => MapRunChildStore.Tidy(connection, run.Id, TidiedAtOnce)))
            {
                // some at a time: others write in between
            }
        }
    }

    private JsonValue Result(MapRunRecord run, MapRunPlan plan)
    {
        if (plan.Result.IsExported)
        {
            return MapRunResults.ExportedResult(plan);
        }

        var characters = 0L;
        return MapRunResults.StateResult(
            plan.Result,
            results.Read(run).Where(result => result.HasSucceeded).TakeWhile(result => (characters += result.Output!.Length) < MostCharactersRead));
    }

    /// <summary>A result that no state can have fails the Map Run. The execution is told it all the same: its interpreter has the words.</summary>
    private static MapRunRecord TooLarge(MapRunRecord ended, JsonValue? result) =>
        result is not null && Encoding.UTF8.GetByteCount(result.ToString()) > MostBytes
            ? ended with { Status = "FAILED", Error = "States.DataLimitExceeded" }
            : ended;

    private Task EndAsync(MapRunRecord run, MapRunRecord ended, string? result, Action<StoreConnection> write) => database.WriteAsync(connection =>
    {
        if (MapRunStore.Find(connection, run.Id) is { } now && now.Phase == run.Phase && now.Status == run.Status)
        {
            write(connection);
            End(connection, ended, result);
        }
    });

    private void End(StoreConnection connection, MapRunRecord ended, string? result)
    {
        MapRunStore.End(connection, ended);
        if (ended.Status != "ABORTED")
        {
            loop.Tell(connection, result is null
                ? new ExecutionInputRecord(0, ended.Execution, ExecutionInputKind.MapRunFailed, ended.Task, null, ended.Error, ended.Cause)
                : new ExecutionInputRecord(0, ended.Execution, ExecutionInputKind.MapRunSucceeded, ended.Task, result, null, null));
        }
    }
}
