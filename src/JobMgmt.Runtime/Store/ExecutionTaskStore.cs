using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>The outbox: the tasks of executions, from their scheduling until nobody awaits anything of them.</summary>
internal static class ExecutionTaskStore
{
    private const string Columns = "execution, task, state, resource, parameters, state_name, child, mocked_call";

    public static void Add(StoreConnection connection, ExecutionTaskRecord task, string? token, int attempt) =>
        connection.Execute(
            "INSERT INTO execution_tasks (execution, task, state, resource, parameters, token, state_name, attempt, mocked_call) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            task.Execution, task.Task, task.State, task.Resource, task.Parameters, token, task.StateName, attempt, task.MockedCall);

    public static ExecutionTaskRecord? FindByToken(StoreConnection connection, string token) =>
        connection.QueryFirst($"SELECT {Columns} FROM execution_tasks WHERE token = $1", Row, token);

    public static string? Token(StoreConnection connection, long execution, long task) =>
        connection.QueryFirst("SELECT token FROM execution_tasks WHERE execution = $1 AND task = $2", row => row.Text(0), execution, task);

    public static ExecutionTaskRecord? Find(StoreConnection connection, long execution, long task) =>
        connection.QueryFirst($"SELECT {Columns} FROM execution_tasks WHERE execution = $1 AND task = $2", Row, execution, task);

    /// <summary>The tasks whose calls are not known to be made.</summary>
    public static List<ExecutionTaskRecord> Pending(StoreConnection connection) =>
        connection.Query(
            $"SELECT {Columns} FROM execution_tasks WHERE state = 'pending' AND execution IN (SELECT execution FROM execution_checkpoints) ORDER BY execution, task", Row);

    public static List<ExecutionTaskRecord> Open(StoreConnection connection, long execution) =>
        connection.Query($"SELECT {Columns} FROM execution_tasks WHERE execution = $1 AND state <> 'closed'", Row, execution);

    /// <summary>The open tasks, of any execution, that wait for this one.</summary>
    public static List<ExecutionTaskRecord> WaitingFor(StoreConnection connection, long child) =>
        connection.Query($"SELECT {Columns} FROM execution_tasks WHERE child = $1 AND state <> 'closed'", Row, child);

    /// <summary>The call was answered; false where that is known already, or nobody awaits it any more.</summary>
    public static bool MarkSent(StoreConnection connection, long execution, long task, long? child) =>
        connection.Execute(
            "UPDATE execution_tasks SET state = 'sent', parameters = NULL, child = $3 WHERE execution = $1 AND task = $2 AND state = 'pending'", execution, task, child) > 0;

    /// <summary>Nobody awaits anything of the task any more. One without a token leaves no trace.</summary>
    public static void Close(StoreConnection connection, long execution, long task)
    {
        if (connection.Execute("DELETE FROM execution_tasks WHERE execution = $1 AND task = $2 AND token IS NULL", execution, task) == 0)
        {
            connection.Execute("UPDATE execution_tasks SET state = 'closed', parameters = NULL WHERE execution = $1 AND task = $2", execution, task);
        }
    }

    private static ExecutionTaskRecord Row(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.Text(4), row.GetString(5), row.Number(6), row.Number(7));
}
