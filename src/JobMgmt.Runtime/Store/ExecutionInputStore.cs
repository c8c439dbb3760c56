using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>The inbox: inputs of executions, written in the transaction of what led to them, taken away in that of the step that they lead to.</summary>
internal static class ExecutionInputStore
{
    /// <summary>Adds one; null where the execution runs no more.</summary>
    public static ExecutionInputRecord? Add(StoreConnection connection, ExecutionInputRecord input) =>
        connection.QueryNumber(
            "INSERT INTO execution_inputs (id, execution, kind, task, output, error, cause) SELECT $7, $1, $2, $3, $4, $5, $6 "
                + "WHERE EXISTS (SELECT 1 FROM execution_checkpoints WHERE execution = $1) RETURNING id",
            input.Execution, input.Kind.ToString(), input.Task, input.Output, input.Error, input.Cause, connection.NextId("execution_inputs")) is { } id ? input with { Id = id } : null;

    /// <summary>Takes one away; false where it is gone already.</summary>
    public static bool Remove(StoreConnection connection, long id) => connection.Execute("DELETE FROM execution_inputs WHERE id = $1", id) > 0;

    /// <summary>Those of an execution that tell of accepted calls.</summary>
    public static List<ExecutionInputRecord> Submitted(StoreConnection connection, long execution) => connection.Query(
        "SELECT id, execution, kind, task, output, error, cause FROM execution_inputs WHERE execution = $1 AND kind = $2 ORDER BY id", Row, execution, nameof(ExecutionInputKind.Submitted));

    public static List<ExecutionInputRecord> All(StoreConnection connection) =>
        connection.Query("SELECT id, execution, kind, task, output, error, cause FROM execution_inputs ORDER BY id", Row);

    private static ExecutionInputRecord Row(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), Enum.Parse<ExecutionInputKind>(row.GetString(2)), row.GetInt64(3), row.Text(4), row.Text(5), row.Text(6));
}
