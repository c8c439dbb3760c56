using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Executions and, while they run, their checkpoints.</summary>
internal static class ExecutionStore
{
    private const string Columns = "id, arn, name, state_machine_arn, state_machine_name, revision, status, started, stopped, input, output, error, cause, trace_header, version, alias, redrive_count, redriven, test_case, map_run, map_index";

    private static readonly string[] _columns = Columns.Split(", ");

    /// <summary>The columns of <see cref="Row"/>, of a table that a query calls so.</summary>
    public static string ColumnsOf(string table) => string.Join(", ", _columns.Select(column => $"{table}.{column}"));

    public static ExecutionRecord? Find(StoreConnection connection, string arn) =>
        connection.QueryFirst($"SELECT {Columns} FROM executions WHERE arn = $1", Whole, arn);

    public static ExecutionRecord? Find(StoreConnection connection, long id) =>
        connection.QueryFirst($"SELECT {Columns} FROM executions WHERE id = $1", Whole, id);

    /// <summary>A machine's executions before one, newest first; all statuses where none is given. Those of an earlier machine of its name are not its own.</summary>
    public static List<ExecutionRecord> List(
        StoreConnection connection, StateMachineRecord machine, long? version, string? alias, string? status, bool? redriven, long before, int count) =>
        connection.Query(
            $"SELECT {Columns} FROM executions WHERE state_machine_arn = $1 AND id < $2 AND started >= $4 AND ($8 IS NULL OR (redrive_count > 0) = $8)"
                + $"{(status is null ? "" : " AND status = $3")}{(version is null ? "" : " AND version = $6")}{(alias is null ? "" : " AND alias = $7")} ORDER BY id DESC LIMIT $5",
            Whole, machine.Arn, before, status, machine.Created.ToUnixTimeMilliseconds(), count, version, alias, redriven);

    /// <summary>The children of a Map Run before one, newest first, with the number of their items.</summary>
    public static List<(ExecutionRecord Execution, long Items)> ListChildren(
        StoreConnection connection, long mapRun, string? status, bool? redriven, long before, int count) =>
        connection.Query(
            $"SELECT {Columns}, (SELECT items FROM map_run_children c WHERE c.map_run = executions.map_run AND c.idx = executions.map_index) FROM executions "
                + $"WHERE map_run = $1 AND id < $2 AND ($5 IS NULL OR (redrive_count > 0) = $5){(status is null ? "" : " AND status = $3")} ORDER BY id DESC LIMIT $4",
            row => (Row(row, 0), row.GetInt64(_columns.Length)), mapRun, before, status, count, redriven);

    public static bool AnyRunning(StoreConnection connection, string stateMachineArn) =>
        connection.QueryNumber("SELECT 1 FROM executions WHERE state_machine_arn = $1 AND status = 'RUNNING' LIMIT 1", stateMachineArn) is not null;

    /// <summary>Adds one; the record with its key.</summary>
    public static ExecutionRecord Add(StoreConnection connection, ExecutionRecord execution)
    {
        var added = execution with { Id = connection.NextId("executions") };
        connection.Execute(
            "INSERT INTO executions (id, arn, name, state_machine_arn, state_machine_name, revision, status, started, stopped, input, output, error, cause, trace_header, "
                + "version, alias, test_case, map_run, map_index) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
            added.Id, added.Arn, added.Name, added.StateMachineArn, added.StateMachineName, added.Revision, added.Status,
            added.Started.ToUnixTimeMilliseconds(), added.Stopped?.ToUnixTimeMilliseconds(), added.Input, added.Output, added.Error,
            added.Cause, added.TraceHeader, added.Version, added.Alias, added.TestCase, added.MapRun, added.MapIndex);
        return added;
    }

    /// <summary>Writes down how it ended; its checkpoint, timers and unread inputs go.</summary>
    public static void End(StoreConnection connection, ExecutionRecord ended)
    {
        connection.Execute(
            "UPDATE executions SET status = $2, stopped = $3, output = $4, error = $5, cause = $6 WHERE id = $1",
            ended.Id, ended.Status, ended.Stopped?.ToUnixTimeMilliseconds(), ended.Output, ended.Error, ended.Cause);
        connection.Execute("DELETE FROM execution_checkpoints WHERE execution = $1", ended.Id);
        connection.Execute("DELETE FROM execution_timers WHERE execution = $1", ended.Id);
        connection.Execute("DELETE FROM execution_inputs WHERE execution = $1", ended.Id);
    }

    /// <summary>It runs again.</summary>
    public static void Redrive(StoreConnection connection, ExecutionRecord running) =>
        connection.Execute(
            "UPDATE executions SET status = $2, stopped = NULL, output = NULL, error = NULL, cause = NULL, redrive_count = $3, redriven = $4 WHERE id = $1",
            running.Id, running.Status, running.RedriveCount, running.Redriven?.ToUnixTimeMilliseconds());

    /// <summary>Takes an execution away, with all that belongs to it.</summary>
    public static void Remove(StoreConnection connection, long id)
    {
        connection.Execute("DELETE FROM execution_checkpoints WHERE execution = $1", id);
        connection.Execute("DELETE FROM execution_timers WHERE execution = $1", id);
        connection.Execute("DELETE FROM execution_inputs WHERE execution = $1", id);
        connection.Execute("DELETE FROM execution_tasks WHERE execution = $1", id);
        connection.Execute("DELETE FROM execution_history WHERE execution = $1", id);
        connection.Execute("DELETE FROM executions WHERE id = $1", id);
    }

    public static void SaveCheckpoint(StoreConnection connection, long id, string checkpoint) =>
        connection.Execute(
            "INSERT INTO execution_checkpoints (execution, checkpoint) VALUES ($1, $2) ON CONFLICT (execution) DO UPDATE SET checkpoint = excluded.checkpoint",
            id, checkpoint);

    public static string? Checkpoint(StoreConnection connection, long id) =>
        connection.QueryFirst("SELECT checkpoint FROM execution_checkpoints WHERE execution = $1", row => row.GetString(0), id);

    /// <summary>Reads the columns, from one on.</summary>
    public static ExecutionRecord Row(SqliteDataReader row, int first) =>
        new(row.GetInt64(first), row.GetString(first + 1), row.GetString(first + 2), row.GetString(first + 3), row.GetString(first + 4), row.GetInt64(first + 5),
            row.GetString(first + 6), row.Instant(first + 7), row.InstantOrNull(first + 8), row.GetString(first + 9), row.Text(first + 10), row.Text(first + 11),
            row.Text(first + 12), row.Text(first + 13), row.Number(first + 14), row.Text(first + 15), row.GetInt64(first + 16), row.InstantOrNull(first + 17),
            row.Number(first + 18), row.Number(first + 19), row.Number(first + 20));

    private static ExecutionRecord Whole(SqliteDataReader row) => Row(row, 0);
}
