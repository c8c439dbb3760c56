using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Map Runs and their plans.</summary>
internal static class MapRunStore
{
    private const string Columns = "id, arn, execution, task, phase, status, started, stopped, error, cause, max_concurrency, tolerated_count, tolerated_percentage, is_express, revision, "
        + "results_written, items_written, redrive_count, redriven";

    /// <summary>Adds one with its plan; the record with its key.</summary>
    public static MapRunRecord Add(StoreConnection connection, MapRunRecord run, string plan)
    {
        var id = connection.QueryNumber(
            "INSERT INTO map_runs (arn, execution, task, phase, status, started, max_concurrency, tolerated_count, tolerated_percentage, is_express) "
                + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
            run.Arn, run.Execution, run.Task, Text(run.Phase), run.Status, run.Started.ToUnixTimeMilliseconds(), run.MaxConcurrency, run.ToleratedCount,
            run.ToleratedPercentage, run.IsExpress)!.Value;
        connection.Execute("INSERT INTO map_run_plans (map_run, plan) VALUES ($1, $2)", id, plan);
        return run with { Id = id };
    }

    public static MapRunRecord? Find(StoreConnection connection, long id) => connection.QueryFirst($"SELECT {Columns} FROM map_runs WHERE id = $1", Row, id);

    public static MapRunRecord? Find(StoreConnection connection, string arn) => connection.QueryFirst($"SELECT {Columns} FROM map_runs WHERE arn = $1", Row, arn);

    /// <summary>The one of an execution's task: after a redrive the same has another task.</summary>
    public static MapRunRecord? FindByTask(StoreConnection connection, long execution, long task) =>
        connection.QueryFirst($"SELECT {Columns} FROM map_runs WHERE execution = $1 AND task = $2", Row, execution, task);

    /// <summary>An execution's Map Runs after one, oldest first.</summary>
    public static List<MapRunRecord> List(StoreConnection connection, long execution, long after, int count) =>
        connection.Query($"SELECT {Columns} FROM map_runs WHERE execution = $1 AND id > $2 ORDER BY id LIMIT $3", Row, execution, after, count);

    /// <summary>Those that are not over.</summary>
    public static List<long> Open(StoreConnection connection) =>
        connection.Query("SELECT id FROM map_runs WHERE phase <> 'ended' ORDER BY id", row => row.GetInt64(0));

    public static string Plan(StoreConnection connection, long id) =>
        connection.QueryFirst("SELECT plan FROM map_run_plans WHERE map_run = $1", row => row.GetString(0), id)
            ?? throw new InvalidOperationException("A Map Run has no plan.");

    /// <summary>Goes from one phase to the next; false where it is not in that phase (any more).</summary>
    public static bool Advance(StoreConnection connection, long id, MapRunPhase from, MapRunPhase to) =>
        connection.Execute("UPDATE map_runs SET phase = $3 WHERE id = $1 AND phase = $2", id, Text(from), Text(to)) > 0;

    /// <summary>What its children run.</summary>
    public static void SetRevision(StoreConnection connection, long id, long revision) =>
        connection.Execute("UPDATE map_runs SET revision = $2 WHERE id = $1", id, revision);

    /// <summary>It fails, or is aborted: its children are stopped, then it ends. False where that was so already, or all is over.</summary>
    public static bool Stop(StoreConnection connection, long id, string status, string? error, string? cause) =>
        connection.Execute(
            "UPDATE map_runs SET phase = 'stopping', status = $2, error = $3, cause = $4 WHERE id = $1 AND phase IN ('reading', 'redriving', 'running')", id, status, error, cause) > 0;

    /// <summary>As <see cref="Stop"/>, where nobody waits for it any more, whatever it was about to end with.</summary>
    public static bool Abort(StoreConnection connection, long id, DateTimeOffset at) =>
        connection.Execute(
            "UPDATE map_runs SET phase = 'stopping', status = 'ABORTED', stopped = $2, error = NULL, cause = NULL WHERE id = $1 AND phase <> 'ended'",
            id, at.ToUnixTimeMilliseconds()) > 0;

    /// <summary>It is over.</summary>
    public static void End(StoreConnection connection, MapRunRecord ended) =>
        connection.Execute(
            "UPDATE map_runs SET phase = 'ended', status = $2, stopped = $3, error = $4, cause = $5, results_written = $6, items_written = $7 WHERE id = $1",
            ended.Id, ended.Status, ended.Stopped?.ToUnixTimeMilliseconds(), ended.Error, ended.Cause, ended.ResultsWritten, ended.ItemsWritten);

    /// <summary>It goes on, as another task of its execution; once its children are stopped, where they are not yet.</summary>
    public static void Redrive(StoreConnection connection, long id, long task, DateTimeOffset at) =>
        connection.Execute(
            "UPDATE map_runs SET phase = CASE WHEN phase = 'stopping' THEN phase WHEN revision IS NULL THEN 'reading' ELSE 'redriving' END, status = 'RUNNING', task = $2, "
                + "stopped = NULL, error = NULL, cause = NULL, redrive_count = redrive_count + 1, redriven = $3 WHERE id = $1",
            id, task, at.ToUnixTimeMilliseconds());

    /// <summary>Changes what is given of its settings.</summary>
    public static void Update(StoreConnection connection, long id, long? maxConcurrency, long? toleratedCount, double? toleratedPercentage) =>
        connection.Execute(
            "UPDATE map_runs SET max_concurrency = coalesce($2, max_concurrency), tolerated_count = coalesce($3, tolerated_count), "
                + "tolerated_percentage = coalesce($4, tolerated_percentage) WHERE id = $1",
            id, maxConcurrency, toleratedCount, toleratedPercentage);

    private static string Text(MapRunPhase phase) => phase switch
    {
        MapRunPhase.Reading => "reading",
        MapRunPhase.Running => "running",
        MapRunPhase.Stopping => "stopping",
        MapRunPhase.Redriving => "redriving",
        _ => "ended",
    };

    private static MapRunRecord Row(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), Enum.Parse<MapRunPhase>(row.GetString(4), ignoreCase: true), row.GetString(5), row.Instant(6),
            row.InstantOrNull(7), row.Text(8), row.Text(9), row.GetInt64(10), row.GetInt64(11), row.GetDouble(12), row.GetBoolean(13), row.Number(14),
            row.GetInt64(15), row.GetInt64(16), row.GetInt64(17), row.InstantOrNull(18));
}
